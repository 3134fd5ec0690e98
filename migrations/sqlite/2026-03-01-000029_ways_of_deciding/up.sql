-- By which way a proposal is decided, and which way its adoption gives the circle; who bears it, and how
-- they shaped it.
alter table proposals add column manner text not null default 'consent';
alter table proposals add column gives text;
alter table proposals add column bears blob;
alter table proposals add column shaped blob;
-- What somebody decides by themself after asking those it touches and those who know (the advice
-- process): what they want to do, and in the end what they decided and what the advice changed.
create table advices (
    id blob primary key not null,
    network_id blob not null,
    circle_id blob not null,
    author_id blob,
    stage text not null,
    title blob not null,
    words blob not null,
    decided blob,
    changed blob,
    opened_on integer not null,
    decided_on integer,
    review_on integer not null,
    row_key blob not null
);
create index advices_by_circle on advices (network_id, circle_id);
-- Who was asked, why them, and what they said.
create table advice_asked (
    id blob primary key not null,
    network_id blob not null,
    advice_id blob not null,
    person_id blob,
    name blob,
    because text not null,
    words blob,
    way text not null,
    asked_at bigint not null,
    row_key blob not null
);
create index advice_asked_by_advice on advice_asked (network_id, advice_id);
create index advice_asked_of_person on advice_asked (network_id, person_id);
-- A choice among things. The ballots lie in one box, sealed and in the order of their text: a ballot has
-- no row, no time and no name. When it is counted the box is emptied, and the count stays.
create table choices (
    id blob primary key not null,
    network_id blob not null,
    circle_id blob not null,
    author_id blob,
    manner text not null,
    blanks text not null,
    stage text not null,
    title blob not null,
    words blob,
    options blob not null,
    ballots blob not null,
    counted blob,
    opened_on integer not null,
    closes_on integer not null,
    review_on integer not null,
    row_key blob not null
);
create index choices_by_circle on choices (network_id, circle_id);
-- Whose ballot is in: nothing of what stands on it. They go when it is counted.
create table choice_hands (
    id blob primary key not null,
    network_id blob not null,
    choice_id blob not null,
    who blob not null,
    row_key blob not null
);
create index choice_hands_by_choice on choice_hands (network_id, choice_id);
-- A public office or an institution on a circle's map of power.
create table power_nodes (
    id blob primary key not null,
    network_id blob not null,
    circle_id blob not null,
    name blob not null,
    note blob,
    kind text not null,
    weight text not null,
    stand text not null,
    review_on integer not null,
    row_key blob not null
);
create index power_nodes_by_circle on power_nodes (network_id, circle_id);
-- What is offered to everybody for their time, and who takes it: until it is handed over, or silently
-- goes back.
create table honoraria (
    id blob primary key not null,
    network_id blob not null,
    circle_id blob not null,
    caucus_id blob,
    words blob not null,
    seats integer not null,
    amount blob not null,
    on_day integer not null,
    until_day integer not null,
    row_key blob not null
);
create index honoraria_by_circle on honoraria (network_id, circle_id);
create table honorarium_takers (
    id blob primary key not null,
    network_id blob not null,
    honorarium_id blob not null,
    who blob not null,
    until_day integer not null,
    row_key blob not null
);
create index honorarium_takers_by_line on honorarium_takers (network_id, honorarium_id);
