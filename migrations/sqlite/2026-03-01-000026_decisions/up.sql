-- A proposal, and the decision it may become: its words, where it is on its way, and from when its time
-- runs. review_on is the day it is looked at again, open or in effect; a set-down one is gone on it.
create table proposals (
    id blob primary key not null,
    network_id blob not null,
    circle_id blob not null,
    author_id blob,
    class text not null,
    stage text not null,
    title blob not null,
    words blob not null,
    waits blob,
    opened_on integer not null,
    since_at bigint not null,
    version integer not null,
    sittings integer not null,
    sat_on integer,
    sittings_needed integer not null,
    laid_over integer not null,
    disputed text not null,
    adopted_at bigint,
    review_on integer not null,
    row_key blob not null
);
create index proposals_by_circle on proposals (network_id, circle_id);
-- The texts a proposal had before, and whether the next one meant something else.
create table proposal_texts (
    id blob primary key not null,
    network_id blob not null,
    proposal_id blob not null,
    version integer not null,
    meaning text not null,
    words blob not null,
    until_on integer not null,
    row_key blob not null
);
create index proposal_texts_by_proposal on proposal_texts (network_id, proposal_id);
-- What somebody said of it. Voices go a month after it is in effect; objections and how they were met
-- stay with the decision.
create table voices (
    id blob primary key not null,
    network_id blob not null,
    proposal_id blob not null,
    member_id blob,
    kind text not null,
    version integer not null,
    words blob,
    objection text,
    way text not null,
    said_on integer not null,
    ends_on integer,
    row_key blob not null
);
create index voices_by_proposal on voices (network_id, proposal_id);
-- Those a decision falls on, gathered as themselves.
create table caucuses (
    id blob primary key not null,
    network_id blob not null,
    name blob not null,
    about blob not null,
    convenor_id blob not null,
    review_on integer not null,
    row_key blob not null
);
create index caucuses_by_network on caucuses (network_id, review_on);
-- Who is of a caucus: sealed, so that the row leads to nobody.
create table caucus_members (
    id blob primary key not null,
    network_id blob not null,
    caucus_id blob not null,
    who blob not null,
    stage text not null,
    review_on integer not null,
    row_key blob not null
);
create index caucus_members_by_caucus on caucus_members (network_id, caucus_id);
-- What a caucus is asked about a proposal, and its answer.
create table gates (
    id blob primary key not null,
    network_id blob not null,
    proposal_id blob not null,
    caucus_id blob not null,
    asked_on integer not null,
    answer text not null,
    version integer not null,
    words blob,
    help_asked text not null,
    review_on integer not null,
    row_key blob not null
);
create unique index gates_by_proposal on gates (network_id, proposal_id, caucus_id);
