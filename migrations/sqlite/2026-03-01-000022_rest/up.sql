-- Somebody rests, or has just come back (landing_until): since when, until when if they said so, when
-- a buddy may reach them, and who covers what. The row's id is the person's; it goes with the landing.
create table rests (
    id blob primary key not null,
    network_id blob not null,
    since_on integer not null,
    until_on integer,
    landing_until integer,
    reach_me_if blob,
    cover_id blob,
    cover_words blob,
    cover_said text,
    review_on integer not null,
    row_key blob not null
);
create index rests_by_network on rests (network_id, until_on);
create index rests_by_cover on rests (network_id, cover_id);
-- How much there is of somebody just now, in a sealed word; two weeks at most.
create table capacities (
    id blob primary key not null,
    network_id blob not null,
    word blob not null,
    until_day integer not null,
    row_key blob not null
);
create index capacities_by_network on capacities (network_id, until_day);
-- A rest season of the network, or of one circle.
create table rest_seasons (
    id blob primary key not null,
    network_id blob not null,
    circle_id blob,
    from_on integer not null,
    to_on integer not null,
    stage text not null,
    ends_on integer not null
);
create index rest_seasons_by_network on rest_seasons (network_id, from_on);
-- What a willing few keep alive in it; or the sentence by which everybody knows that it is paused.
create table lifelines (
    id blob primary key not null,
    network_id blob not null,
    season_id blob not null,
    duty blob not null,
    paused blob,
    ends_on integer not null,
    row_key blob not null
);
create index lifelines_by_season on lifelines (network_id, season_id);
create table lifelines_willing (
    network_id blob not null,
    lifeline_id blob not null,
    willing_id blob not null,
    ends_on integer not null,
    primary key (network_id, lifeline_id, willing_id)
);
