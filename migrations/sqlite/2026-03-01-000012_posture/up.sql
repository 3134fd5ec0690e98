-- How the network stands (P29): one row, read with each request; none while it is open.
create table postures (
    network_id blob primary key not null,
    guarded_until bigint,
    locked_from bigint,
    locked_until bigint,
    called_by blob,
    answered_by blob,
    ends_on integer not null
);
