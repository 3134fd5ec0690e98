-- Facts about the store itself; never about a person.
create table facts (
    network_id bytea not null,
    name text not null,
    value text not null,
    primary key (network_id, name)
);
-- Scopes whose erasure is stopped (N13).
create table legal_holds (
    id bytea primary key not null,
    network_id bytea not null,
    circle text not null,
    from_day integer not null,
    to_day integer not null,
    review_on integer not null
);
create index legal_holds_by_network on legal_holds (network_id);
