-- What a circle asks somebody to hold until a day (P15). A role that a circle of its kind always has
-- stands here only once somebody wrote something about it.
create table roles (
    id blob primary key not null,
    network_id blob not null,
    circle_id blob not null,
    power text,
    name blob,
    purpose blob,
    domain blob,
    opens blob,
    term_months integer not null,
    most_running integer not null,
    wants_shadow text not null,
    not_with text not null,
    review_on integer not null,
    row_key blob not null
);
create index roles_by_circle on roles (network_id, circle_id);

-- Who holds or held a role, from when to when; kept so that terms in a row can be counted.
create table terms (
    id blob primary key not null,
    network_id blob not null,
    circle_id blob not null,
    role_id blob not null,
    person_id blob not null,
    shadow_id blob,
    shadow_on integer,
    from_at bigint not null,
    to_at bigint not null,
    how text not null,
    extended_on integer
);
create index terms_by_role on terms (network_id, role_id, to_at);
create index terms_by_person on terms (network_id, person_id);

-- A choosing that goes on: a selection round, somebody proposed, a lot, thirty days more.
create table choosings (
    id blob primary key not null,
    network_id blob not null,
    circle_id blob not null,
    role_id blob not null,
    kind text not null,
    stage text not null,
    opened_by blob,
    candidate_id blob,
    said_yes_on integer,
    last_day integer,
    criteria blob,
    list blob,
    list_hash text,
    frozen_at bigint,
    promised_hash text,
    promised_by blob,
    promised_at bigint,
    first_rolls text,
    first_by blob,
    seed text,
    drawn_at bigint,
    ends_on integer not null,
    row_key blob not null
);
create index choosings_by_circle on choosings (network_id, circle_id);
create index choosings_by_end on choosings (network_id, ends_on);

-- Whom somebody would like in the role, and why: gone with the choosing.
create table nominations (
    id blob primary key not null,
    network_id blob not null,
    choosing_id blob not null,
    nominator_id blob not null,
    nominee blob not null,
    why blob not null,
    ends_on integer not null,
    row_key blob not null
);
create index nominations_by_choosing on nominations (network_id, choosing_id);

-- What a member of the circle says about who is proposed: gone with the choosing.
create table choosing_words (
    id blob primary key not null,
    network_id blob not null,
    choosing_id blob not null,
    member_id blob not null,
    says text not null,
    words blob,
    ends_on integer not null,
    row_key blob not null
);
create index choosing_words_by_choosing on choosing_words (network_id, choosing_id);

-- Who is willing to be drawn: gone with the draw.
create table lot_pools (
    network_id blob not null,
    choosing_id blob not null,
    member_id blob not null,
    ends_on integer not null,
    primary key (network_id, choosing_id, member_id)
);
