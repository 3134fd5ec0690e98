-- Somebody rests, or has just come back (landing_until): since when, until when if they said so, when
-- a buddy may reach them, and who covers what. The row's id is the person's; it goes with the landing.
create table rests (
    id bytea primary key not null,
    network_id bytea not null,
    since_on integer not null,
    until_on integer,
    landing_until integer,
    reach_me_if bytea,
    cover_id bytea,
    cover_words bytea,
    cover_said text,
    review_on integer not null,
    row_key bytea not null
);
create index rests_by_network on rests (network_id, until_on);
create index rests_by_cover on rests (network_id, cover_id);
-- How much there is of somebody just now, in a sealed word; two weeks at most.
create table capacities (
    id bytea primary key not null,
    network_id bytea not null,
    word bytea not null,
    until_day integer not null,
    row_key bytea not null
);
create index capacities_by_network on capacities (network_id, until_day);
-- A rest season of the network, or of one circle.
create table rest_seasons (
    id bytea primary key not null,
    network_id bytea not null,
    circle_id bytea,
    from_on integer not null,
    to_on integer not null,
    stage text not null,
    ends_on integer not null
);
create index rest_seasons_by_network on rest_seasons (network_id, from_on);
-- What a willing few keep alive in it; or the sentence by which everybody knows that it is paused.
create table lifelines (
    id bytea primary key not null,
    network_id bytea not null,
    season_id bytea not null,
    duty bytea not null,
    paused bytea,
    ends_on integer not null,
    row_key bytea not null
);
create index lifelines_by_season on lifelines (network_id, season_id);
create table lifelines_willing (
    network_id bytea not null,
    lifeline_id bytea not null,
    willing_id bytea not null,
    ends_on integer not null,
    primary key (network_id, lifeline_id, willing_id)
);
