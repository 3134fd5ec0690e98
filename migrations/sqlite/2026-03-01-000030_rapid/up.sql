-- The rapid lane: a situation, three answers, a second person, a voice of those it falls on, a cap and
-- an end. until_at: when it ends, or while it waits, when it goes. review_on: the day by which it is
-- looked at, and later the day it is gone.
create table rapids (
    id blob primary key not null,
    network_id blob not null,
    circle_id blob not null,
    opener_id blob,
    cosigner_id blob,
    caucus_id blob,
    stage text not null,
    happens blob not null,
    says blob not null,
    step blob not null,
    voice blob,
    voice_from text not null,
    cap integer not null,
    hours integer not null,
    asked_at bigint not null,
    live_at bigint,
    until_at bigint not null,
    verdict text,
    learned blob,
    review_on integer not null,
    row_key blob not null
);
create index rapids_by_circle on rapids (network_id, circle_id);
-- What was done in it, and what it cost.
create table rapid_steps (
    id blob primary key not null,
    network_id blob not null,
    rapid_id blob not null,
    words blob not null,
    cost integer not null,
    done_on integer not null,
    row_key blob not null
);
create index rapid_steps_by_rapid on rapid_steps (network_id, rapid_id);
-- What somebody saw, in the fixed shape, and what whoever went to look says of it.
create table alerts (
    id blob primary key not null,
    network_id blob not null,
    stage text not null,
    size blob,
    activity blob not null,
    place blob not null,
    unit blob,
    seen blob,
    gear blob,
    reporter blob,
    found blob,
    told text not null,
    reported_at bigint not null,
    expires_at bigint not null,
    row_key blob not null
);
create index alerts_by_network on alerts (network_id, expires_at);
-- Who wants to hear what is confirmed, and who would go and look; until a day, then they are asked anew.
create table alert_ears (
    id blob primary key not null,
    network_id blob not null,
    who blob not null,
    does text not null,
    until_day integer not null,
    row_key blob not null
);
create index alert_ears_by_network on alert_ears (network_id, until_day);
-- Who was asked to go and look, and who of them goes.
create table alert_asked (
    id blob primary key not null,
    network_id blob not null,
    alert_id blob not null,
    who blob not null,
    goes text not null,
    expires_at bigint not null,
    row_key blob not null
);
create index alert_asked_by_alert on alert_asked (network_id, alert_id);
