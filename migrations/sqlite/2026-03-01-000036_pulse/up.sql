-- The two questions of a season. Answers lie in one box, sealed and in the order of their words: none has a
-- row, a time or a name. counted: how many said what, once it is counted; the box is empty then.
create table pulses (
    id blob primary key not null,
    network_id blob not null,
    stage text not null,
    answers blob not null,
    counted blob,
    opened_on integer not null,
    closes_on integer not null,
    review_on integer not null,
    row_key blob not null
);
create index pulses_by_network on pulses (network_id, opened_on);
-- Whose answer is in, sealed: nothing of what they said. They go when it is counted.
create table pulse_hands (
    id blob primary key not null,
    network_id blob not null,
    pulse_id blob not null,
    who blob not null,
    row_key blob not null
);
create index pulse_hands_by_pulse on pulse_hands (network_id, pulse_id);
