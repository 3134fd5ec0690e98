-- Two who are buddies (P3), or one who asked the other to be. It ends by itself.
create table buddies (
    id blob primary key not null,
    network_id blob not null,
    asker_id blob not null,
    asked_id blob not null,
    stage text not null,
    again_by blob,
    until_day integer not null
);
create index buddies_by_asker on buddies (network_id, asker_id);
create index buddies_by_asked on buddies (network_id, asked_id);
-- A pod of three to six: how it stands until which day, and what its members agreed, sealed.
create table pods (
    id blob primary key not null,
    network_id blob not null,
    stage text not null,
    agreements blob,
    cadence blob,
    ends_on integer not null,
    row_key blob not null
);
create index pods_by_end on pods (network_id, ends_on);
-- A seat in it, and the word of whoever sits there.
create table pod_seats (
    network_id blob not null,
    pod_id blob not null,
    member_id blob not null,
    said text not null,
    primary key (network_id, pod_id, member_id)
);
create index pod_seats_by_member on pod_seats (network_id, member_id, pod_id);
-- Somebody would like a pod, and may have said "please not with", sealed; the id is the person's.
create table pod_wishes (
    id blob primary key not null,
    network_id blob not null,
    not_with blob not null,
    ends_on integer not null,
    row_key blob not null
);
create index pod_wishes_by_end on pod_wishes (network_id, ends_on);
-- The one person who matches pods, until a day.
create table pod_matchers (
    network_id blob primary key not null,
    person_id blob not null,
    until_day integer not null
);
-- That a grouping was tried on a day, and nothing of it: there are only so many a day.
create table pod_tries (
    id blob primary key not null,
    network_id blob not null,
    ends_on integer not null
);
create index pod_tries_by_day on pod_tries (network_id, ends_on);
