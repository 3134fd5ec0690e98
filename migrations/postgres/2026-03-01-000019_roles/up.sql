-- What a circle asks somebody to hold until a day (P15). A role that a circle of its kind always has
-- stands here only once somebody wrote something about it.
create table roles (
    id bytea primary key not null,
    network_id bytea not null,
    circle_id bytea not null,
    power text,
    name bytea,
    purpose bytea,
    domain bytea,
    opens bytea,
    term_months integer not null,
    most_running integer not null,
    wants_shadow text not null,
    not_with text not null,
    review_on integer not null,
    row_key bytea not null
);
create index roles_by_circle on roles (network_id, circle_id);

-- Who holds or held a role, from when to when; kept so that terms in a row can be counted.
create table terms (
    id bytea primary key not null,
    network_id bytea not null,
    circle_id bytea not null,
    role_id bytea not null,
    person_id bytea not null,
    shadow_id bytea,
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
    id bytea primary key not null,
    network_id bytea not null,
    circle_id bytea not null,
    role_id bytea not null,
    kind text not null,
    stage text not null,
    opened_by bytea,
    candidate_id bytea,
    said_yes_on integer,
    last_day integer,
    criteria bytea,
    list bytea,
    list_hash text,
    frozen_at bigint,
    promised_hash text,
    promised_by bytea,
    promised_at bigint,
    first_rolls text,
    first_by bytea,
    seed text,
    drawn_at bigint,
    ends_on integer not null,
    row_key bytea not null
);
create index choosings_by_circle on choosings (network_id, circle_id);
create index choosings_by_end on choosings (network_id, ends_on);

-- Whom somebody would like in the role, and why: gone with the choosing.
create table nominations (
    id bytea primary key not null,
    network_id bytea not null,
    choosing_id bytea not null,
    nominator_id bytea not null,
    nominee bytea not null,
    why bytea not null,
    ends_on integer not null,
    row_key bytea not null
);
create index nominations_by_choosing on nominations (network_id, choosing_id);

-- What a member of the circle says about who is proposed: gone with the choosing.
create table choosing_words (
    id bytea primary key not null,
    network_id bytea not null,
    choosing_id bytea not null,
    member_id bytea not null,
    says text not null,
    words bytea,
    ends_on integer not null,
    row_key bytea not null
);
create index choosing_words_by_choosing on choosing_words (network_id, choosing_id);

-- Who is willing to be drawn: gone with the draw.
create table lot_pools (
    network_id bytea not null,
    choosing_id bytea not null,
    member_id bytea not null,
    ends_on integer not null,
    primary key (network_id, choosing_id, member_id)
);
