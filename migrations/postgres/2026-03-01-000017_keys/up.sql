-- The list of keys (P29): what there is and where it lies, never the secret itself.
create table shared_keys (
    id bytea primary key not null,
    network_id bytea not null,
    what bytea not null,
    lies bytea,
    changed_on integer not null,
    review_on integer not null,
    due_since integer,
    row_key bytea not null
);
create index shared_keys_by_review on shared_keys (network_id, review_on);
-- Who holds a key: two at least.
create table key_holders (
    network_id bytea not null,
    key_id bytea not null,
    holder_id bytea not null,
    primary key (network_id, key_id, holder_id)
);
create index key_holders_by_holder on key_holders (network_id, holder_id);
