-- A network and what its public pages say. Public words are not sealed.
create table networks (
    id bytea primary key not null,
    name text not null,
    zone text not null,
    founded_on integer not null,
    about_en text not null,
    about_es text not null,
    limits_en text not null,
    limits_es text not null,
    areas text not null,
    line_closed_en text,
    line_closed_es text,
    line_closed_until integer,
    review_on integer not null
);
-- A person: how they are called and what they chose to add, sealed.
create table persons (
    id bytea primary key not null,
    network_id bytea not null,
    handle bytea not null,
    about bytea,
    contact bytea,
    standing text not null,
    language text,
    joined_on integer not null,
    review_on integer not null,
    row_key bytea not null
);
create index persons_by_network on persons (network_id, standing);
create table credentials (
    id bytea primary key not null,
    network_id bytea not null,
    secret bytea not null,
    row_key bytea not null
);
create table sessions (
    id bytea primary key not null,
    network_id bytea not null,
    person_id bytea not null,
    token_hash bytea not null,
    started_on integer not null,
    expires_at bigint not null
);
create unique index sessions_by_token on sessions (network_id, token_hash);
create index sessions_by_person on sessions (network_id, person_id);
create table circles (
    id bytea primary key not null,
    network_id bytea not null,
    kind text not null,
    name text not null,
    purpose text not null,
    review_on integer not null
);
create index circles_by_network on circles (network_id, kind);
create table circle_members (
    network_id bytea not null,
    circle_id bytea not null,
    person_id bytea not null,
    since_day integer not null,
    review_on integer not null,
    primary key (network_id, circle_id, person_id)
);
create index circle_members_by_person on circle_members (network_id, person_id);
-- A role is held until a moment; there is none without an end.
create table role_holdings (
    id bytea primary key not null,
    network_id bytea not null,
    circle_id bytea not null,
    person_id bytea not null,
    role text not null,
    from_at bigint not null,
    to_at bigint not null
);
create index role_holdings_by_person on role_holdings (network_id, person_id, to_at);
create index role_holdings_by_circle on role_holdings (network_id, circle_id, to_at);
create table invitations (
    id bytea primary key not null,
    network_id bytea not null,
    secret_hash bytea not null,
    circle_id bytea,
    role text,
    standing text not null,
    expires_at bigint not null
);
create index invitations_by_network on invitations (network_id);
create table organisations (
    id bytea primary key not null,
    network_id bytea not null,
    name text not null,
    review_on integer not null
);
create index organisations_by_network on organisations (network_id);
create table liaisons (
    network_id bytea not null,
    organisation_id bytea not null,
    person_id bytea not null,
    review_on integer not null,
    primary key (network_id, organisation_id, person_id)
);
-- An act that needs two people (N9): asked by one, said yes to by another, used once.
create table acts (
    id bytea primary key not null,
    network_id bytea not null,
    kind text not null,
    detail text not null,
    asked_by bytea not null,
    seconded_by bytea,
    permit_hash bytea,
    expires_at bigint not null,
    done_on integer
);
create index acts_by_network on acts (network_id);
