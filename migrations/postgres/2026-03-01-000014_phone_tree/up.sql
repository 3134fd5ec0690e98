-- Somebody of the phone tree (P29): who may be rung, at which number, and who rings them. Somebody
-- without an account has a name on paper instead.
create table tree_places (
    id bytea primary key not null,
    network_id bytea not null,
    member_id bytea,
    name bytea,
    number bytea not null,
    rung_from bytea,
    review_on integer not null,
    row_key bytea not null
);
create index tree_places_by_member on tree_places (network_id, member_id);
