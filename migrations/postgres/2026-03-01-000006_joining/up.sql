-- What the public page says of when and where people meet. Public words are not sealed.
alter table networks add column meets_en text not null default '';
alter table networks add column meets_es text not null default '';

-- Somebody left a name and a way to reach them; a welcomer calls within three days.
create table newcomers (
    id bytea primary key not null,
    network_id bytea not null,
    name bytea not null,
    reach bytea not null,
    language text not null,
    stage text not null,
    came_on integer not null,
    call_by integer not null,
    caller_id bytea,
    buddy_id bytea,
    circle_id bytea,
    invitation_id bytea,
    ends_on integer not null,
    row_key bytea not null
);
create index newcomers_by_stage on newcomers (network_id, stage, call_by);
create index newcomers_by_invitation on newcomers (network_id, invitation_id);
-- A newcomer's first weeks: whose buddy, what first, until when.
create table paths (
    id bytea primary key not null,
    network_id bytea not null,
    circle_id bytea,
    buddy_id bytea,
    buddy_until integer not null,
    open_from integer not null,
    first_by integer not null,
    first_on integer,
    first_words bytea,
    asked_on integer,
    ends_on integer not null,
    row_key bytea not null
);
create index paths_by_buddy on paths (network_id, buddy_id);
create index paths_by_circle on paths (network_id, circle_id);
-- A day on which a newcomer did something with the others.
create table days_together (
    id bytea primary key not null,
    network_id bytea not null,
    person_id bytea not null,
    on_day integer not null
);
create index days_together_by_person on days_together (network_id, person_id, on_day);
-- What a member of the home circle says about taking somebody in. Silence is not here.
create table circle_says (
    network_id bytea not null,
    person_id bytea not null,
    member_id bytea not null,
    says text not null,
    said_on integer not null,
    primary key (network_id, person_id, member_id)
);
-- The six short agreements; a changed one is read again.
create table agreements (
    id bytea primary key not null,
    network_id bytea not null,
    place integer not null,
    title_en text not null,
    title_es text not null,
    words_en text not null,
    words_es text not null,
    version integer not null,
    changed_at bigint not null,
    review_on integer not null
);
create index agreements_by_network on agreements (network_id, place);
create table agreements_read (
    network_id bytea not null,
    person_id bytea not null,
    agreement_id bytea not null,
    agreed_at bigint not null,
    primary key (network_id, person_id, agreement_id)
);
