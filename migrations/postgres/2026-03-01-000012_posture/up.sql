-- How the network stands (P29): one row, read with each request; none while it is open.
create table postures (
    network_id bytea primary key not null,
    guarded_until bigint,
    locked_from bigint,
    locked_until bigint,
    called_by bytea,
    answered_by bytea,
    ends_on integer not null
);
