-- A drill (P29): that a backup came back, that the phone tree reached everybody, that it went on paper.
create table drills (
    id bytea primary key not null,
    network_id bytea not null,
    kind text not null,
    result text not null,
    on_day integer not null,
    review_on integer not null
);
create index drills_by_kind on drills (network_id, kind, on_day);
