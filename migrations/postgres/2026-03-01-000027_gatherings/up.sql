-- What two people hold for a circle (P22, P23): a gathering, a campaign, a learning series, an evening of
-- the CHOIR conversation. Its words are sealed, and so is who sits in a room: no table knows who came.
-- program is its run of show; review_on the day it ends or is looked at again; shared_to how far its harvest
-- goes, share_asked what one host would like and share_by which of them.
create table containers (
    id bytea primary key not null,
    network_id bytea not null,
    circle_id bytea not null,
    kind text not null,
    shape text not null,
    stage text not null,
    open_to text not null,
    season_id bytea,
    within_id bytea,
    before_id bytea,
    host_id bytea,
    host_said text,
    second_id bytea,
    second_said text,
    keeper_id bytea,
    question bytea,
    for_whom bytea,
    agreements bytea,
    place bytea,
    dial_in bytea,
    program bytea,
    on_day integer not null,
    starts_minute integer not null,
    review_on integer not null,
    met_on integer,
    returned_at bigint,
    shared_to text,
    share_asked text,
    share_by bytea,
    version integer not null,
    row_key bytea not null
);
create index containers_by_circle on containers (network_id, circle_id);
create index containers_by_stage on containers (network_id, stage);
create index containers_by_season on containers (network_id, season_id, on_day);
-- What a campaign is for: its container's id, and words of its own.
create table campaigns (
    id bytea primary key not null,
    network_id bytea not null,
    aim bytea,
    demands bytea,
    decision_maker bytea,
    affected bytea,
    end_condition bytea,
    review_on integer not null,
    row_key bytea not null
);
create index campaigns_by_network on campaigns (network_id, review_on);
-- What somebody needs to be able to come: who and what is sealed, under a key that dies with the day.
create table access_needs (
    id bytea primary key not null,
    network_id bytea not null,
    container_id bytea not null,
    who bytea not null,
    words bytea not null,
    ends_on integer not null,
    row_key bytea not null
);
create index access_needs_by_container on access_needs (network_id, container_id);
-- A line of a harvest. whose: who said it, or would do it, sealed so that the row leads to nobody; party: to
-- whom it was promised; heard_by: the host who heard the yes of somebody without an account.
create table harvest_lines (
    id bytea primary key not null,
    network_id bytea not null,
    container_id bytea not null,
    part text not null,
    words bytea not null,
    whose bytea,
    party bytea,
    said text not null,
    heard_by bytea,
    since_at bigint not null,
    version integer not null,
    ends_on integer,
    row_key bytea not null
);
create index harvest_lines_by_container on harvest_lines (network_id, container_id);
create index harvest_lines_by_said on harvest_lines (network_id, said);
-- A season of CHOIR evenings: by which rule, from when to when. list is there only between the closing of
-- the list of those who are willing and the dice.
create table choir_seasons (
    id bytea primary key not null,
    network_id bytea not null,
    circle_id bytea not null,
    open_to text not null,
    rule text not null,
    first_on integer not null,
    starts_minute integer not null,
    ends_on integer not null,
    place bytea,
    dial_in bytea,
    agreements bytea,
    list bytea,
    list_hash text,
    frozen_at bigint,
    row_key bytea not null
);
create index choir_seasons_by_circle on choir_seasons (network_id, circle_id);
-- Who is willing to host in it, in the order in which they said so.
create table choir_willing (
    network_id bytea not null,
    season_id bytea not null,
    member_id bytea not null,
    since_at bigint not null,
    ends_on integer not null,
    primary key (network_id, season_id, member_id)
);
