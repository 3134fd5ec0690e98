-- What was done with power (P29), each chained to the one before: a number, a day, a kind, what
-- binds it to its words, and its hash. It names nobody.
create table power_uses (
    id blob primary key not null,
    network_id blob not null,
    sequence bigint not null,
    on_day integer not null,
    kind text not null,
    commitment blob not null,
    hash blob not null
);
create unique index power_uses_by_sequence on power_uses (network_id, sequence);
-- Its words, sealed, under the same id: who, in which role, about what. They can be shredded, and
-- the chain still holds.
create table power_words (
    id blob primary key not null,
    network_id blob not null,
    words blob not null,
    ends_on integer not null,
    row_key blob not null
);
create index power_words_by_end on power_words (network_id, ends_on);
