-- The rapid lane: a situation, three answers, a second person, a voice of those it falls on, a cap and
-- an end. until_at: when it ends, or while it waits, when it goes. review_on: the day by which it is
-- looked at, and later the day it is gone.
create table rapids (
    id bytea primary key not null,
    network_id bytea not null,
    circle_id bytea not null,
    opener_id bytea,
    cosigner_id bytea,
    caucus_id bytea,
    stage text not null,
    happens bytea not null,
    says bytea not null,
    step bytea not null,
    voice bytea,
    voice_from text not null,
    cap integer not null,
    hours integer not null,
    asked_at bigint not null,
    live_at bigint,
    until_at bigint not null,
    verdict text,
    learned bytea,
    review_on integer not null,
    row_key bytea not null
);
create index rapids_by_circle on rapids (network_id, circle_id);
-- What was done in it, and what it cost.
create table rapid_steps (
    id bytea primary key not null,
    network_id bytea not null,
    rapid_id bytea not null,
    words bytea not null,
    cost integer not null,
    done_on integer not null,
    row_key bytea not null
);
create index rapid_steps_by_rapid on rapid_steps (network_id, rapid_id);
-- What somebody saw, in the fixed shape, and what whoever went to look says of it.
create table alerts (
    id bytea primary key not null,
    network_id bytea not null,
    stage text not null,
    size bytea,
    activity bytea not null,
    place bytea not null,
    unit bytea,
    seen bytea,
    gear bytea,
    reporter bytea,
    found bytea,
    told text not null,
    reported_at bigint not null,
    expires_at bigint not null,
    row_key bytea not null
);
create index alerts_by_network on alerts (network_id, expires_at);
-- Who wants to hear what is confirmed, and who would go and look; until a day, then they are asked anew.
create table alert_ears (
    id bytea primary key not null,
    network_id bytea not null,
    who bytea not null,
    does text not null,
    until_day integer not null,
    row_key bytea not null
);
create index alert_ears_by_network on alert_ears (network_id, until_day);
-- Who was asked to go and look, and who of them goes.
create table alert_asked (
    id bytea primary key not null,
    network_id bytea not null,
    alert_id bytea not null,
    who bytea not null,
    goes text not null,
    expires_at bigint not null,
    row_key bytea not null
);
create index alert_asked_by_alert on alert_asked (network_id, alert_id);
