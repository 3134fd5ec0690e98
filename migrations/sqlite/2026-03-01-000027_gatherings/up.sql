-- What two people hold for a circle (P22, P23): a gathering, a campaign, a learning series, an evening of
-- the CHOIR conversation. Its words are sealed, and so is who sits in a room: no table knows who came.
-- program is its run of show; review_on the day it ends or is looked at again; shared_to how far its harvest
-- goes, share_asked what one host would like and share_by which of them.
create table containers (
    id blob primary key not null,
    network_id blob not null,
    circle_id blob not null,
    kind text not null,
    shape text not null,
    stage text not null,
    open_to text not null,
    season_id blob,
    within_id blob,
    before_id blob,
    host_id blob,
    host_said text,
    second_id blob,
    second_said text,
    keeper_id blob,
    question blob,
    for_whom blob,
    agreements blob,
    place blob,
    dial_in blob,
    program blob,
    on_day integer not null,
    starts_minute integer not null,
    review_on integer not null,
    met_on integer,
    returned_at bigint,
    shared_to text,
    share_asked text,
    share_by blob,
    version integer not null,
    row_key blob not null
);
create index containers_by_circle on containers (network_id, circle_id);
create index containers_by_stage on containers (network_id, stage);
create index containers_by_season on containers (network_id, season_id, on_day);
-- What a campaign is for: its container's id, and words of its own.
create table campaigns (
    id blob primary key not null,
    network_id blob not null,
    aim blob,
    demands blob,
    decision_maker blob,
    affected blob,
    end_condition blob,
    review_on integer not null,
    row_key blob not null
);
create index campaigns_by_network on campaigns (network_id, review_on);
-- What somebody needs to be able to come: who and what is sealed, under a key that dies with the day.
create table access_needs (
    id blob primary key not null,
    network_id blob not null,
    container_id blob not null,
    who blob not null,
    words blob not null,
    ends_on integer not null,
    row_key blob not null
);
create index access_needs_by_container on access_needs (network_id, container_id);
-- A line of a harvest. whose: who said it, or would do it, sealed so that the row leads to nobody; party: to
-- whom it was promised; heard_by: the host who heard the yes of somebody without an account.
create table harvest_lines (
    id blob primary key not null,
    network_id blob not null,
    container_id blob not null,
    part text not null,
    words blob not null,
    whose blob,
    party blob,
    said text not null,
    heard_by blob,
    since_at bigint not null,
    version integer not null,
    ends_on integer,
    row_key blob not null
);
create index harvest_lines_by_container on harvest_lines (network_id, container_id);
create index harvest_lines_by_said on harvest_lines (network_id, said);
-- A season of CHOIR evenings: by which rule, from when to when. list is there only between the closing of
-- the list of those who are willing and the dice.
create table choir_seasons (
    id blob primary key not null,
    network_id blob not null,
    circle_id blob not null,
    open_to text not null,
    rule text not null,
    first_on integer not null,
    starts_minute integer not null,
    ends_on integer not null,
    place blob,
    dial_in blob,
    agreements blob,
    list blob,
    list_hash text,
    frozen_at bigint,
    row_key blob not null
);
create index choir_seasons_by_circle on choir_seasons (network_id, circle_id);
-- Who is willing to host in it, in the order in which they said so.
create table choir_willing (
    network_id blob not null,
    season_id blob not null,
    member_id blob not null,
    since_at bigint not null,
    ends_on integer not null,
    primary key (network_id, season_id, member_id)
);
