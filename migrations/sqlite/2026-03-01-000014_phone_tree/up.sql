-- Somebody of the phone tree (P29): who may be rung, at which number, and who rings them. Somebody
-- without an account has a name on paper instead.
create table tree_places (
    id blob primary key not null,
    network_id blob not null,
    member_id blob,
    name blob,
    number blob not null,
    rung_from blob,
    review_on integer not null,
    row_key blob not null
);
create index tree_places_by_member on tree_places (network_id, member_id);
