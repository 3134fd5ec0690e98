-- Numbers by month, about nobody: how often something was so. What is counted, in which cell of it, in which
-- month. No row leads to a person, and none is kept longer than two years.
create table tallies (
    network_id bytea not null,
    what text not null,
    month text not null,
    cell text not null,
    n integer not null,
    primary key (network_id, what, month, cell)
);
