-- What the public page says of when and where people meet. Public words are not sealed.
alter table networks add column meets_en text not null default '';
alter table networks add column meets_es text not null default '';

-- Somebody left a name and a way to reach them; a welcomer calls within three days.
create table newcomers (
    id blob primary key not null,
    network_id blob not null,
    name blob not null,
    reach blob not null,
    language text not null,
    stage text not null,
    came_on integer not null,
    call_by integer not null,
    caller_id blob,
    buddy_id blob,
    circle_id blob,
    invitation_id blob,
    ends_on integer not null,
    row_key blob not null
);
create index newcomers_by_stage on newcomers (network_id, stage, call_by);
create index newcomers_by_invitation on newcomers (network_id, invitation_id);
-- A newcomer's first weeks: whose buddy, what first, until when.
create table paths (
    id blob primary key not null,
    network_id blob not null,
    circle_id blob,
    buddy_id blob,
    buddy_until integer not null,
    open_from integer not null,
    first_by integer not null,
    first_on integer,
    first_words blob,
    asked_on integer,
    ends_on integer not null,
    row_key blob not null
);
create index paths_by_buddy on paths (network_id, buddy_id);
create index paths_by_circle on paths (network_id, circle_id);
-- A day on which a newcomer did something with the others.
create table days_together (
    id blob primary key not null,
    network_id blob not null,
    person_id blob not null,
    on_day integer not null
);
create index days_together_by_person on days_together (network_id, person_id, on_day);
-- What a member of the home circle says about taking somebody in. Silence is not here.
create table circle_says (
    network_id blob not null,
    person_id blob not null,
    member_id blob not null,
    says text not null,
    said_on integer not null,
    primary key (network_id, person_id, member_id)
);
-- The six short agreements; a changed one is read again.
create table agreements (
    id blob primary key not null,
    network_id blob not null,
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
    network_id blob not null,
    person_id blob not null,
    agreement_id blob not null,
    agreed_at bigint not null,
    primary key (network_id, person_id, agreement_id)
);
