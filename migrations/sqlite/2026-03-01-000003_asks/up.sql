-- An ask (P6). Words and how to reach somebody are sealed; what is left in clear names nobody.
-- window_until and by_when hold the largest number where there is none, so that both databases
-- put them last.
create table asks (
    id blob primary key not null,
    network_id blob not null,
    code text not null,
    stage text not null,
    stage_since bigint not null,
    claimer_id blob,
    received_at bigint not null,
    window_until bigint not null,
    by_when integer not null,
    area text not null,
    kind text not null,
    channel text not null,
    language text not null,
    share_words boolean not null,
    share_partner boolean not null,
    shift_only boolean not null,
    text_ok boolean not null,
    recorded_by blob,
    words blob not null,
    published blob,
    contact blob,
    digits blob not null,
    plan blob,
    answer blob,
    referred_to blob,
    delivered_on integer,
    follow_up_on integer,
    closed_on integer,
    ends_on integer not null,
    batch_id blob,
    source_mark blob,
    row_key blob not null
);
create unique index asks_by_code on asks (network_id, code);
create index asks_in_order on asks (network_id, stage, window_until, by_when, received_at, id);
create index asks_by_claimer on asks (network_id, claimer_id);
create index asks_by_batch on asks (network_id, batch_id);
create unique index asks_by_source on asks (network_id, source_mark);
create index asks_by_closing on asks (network_id, closed_on);
-- Where somebody lives: a row of its own, because it dies sooner than the rest.
create table ask_places (
    id blob primary key not null,
    network_id blob not null,
    place blob not null,
    dies_on integer,
    row_key blob not null
);
create index ask_places_by_death on ask_places (network_id, dies_on);
-- What stays of asks that are gone: counts by month, kind and coarse area, folded where small.
create table ask_counts (
    network_id blob not null,
    month text not null,
    kind text not null,
    area text not null,
    n integer not null,
    primary key (network_id, month, kind, area)
);
-- What receivers said, by month of delivery.
create table ask_words (
    network_id blob not null,
    month text not null,
    word text not null,
    n integer not null,
    primary key (network_id, month, word)
);
create table offers (
    id blob primary key not null,
    network_id blob not null,
    person_id blob not null,
    kind text not null,
    area text not null,
    language text not null,
    words blob,
    until_day integer not null,
    row_key blob not null
);
create index offers_by_person on offers (network_id, person_id);
-- Texts to neighbours, for a person to send by hand; gone once sent.
create table texts (
    id blob primary key not null,
    network_id blob not null,
    ask_id blob not null,
    recipient blob not null,
    body blob not null,
    made_at bigint not null,
    ends_on integer not null,
    row_key blob not null
);
create index texts_by_network on texts (network_id, made_at);
create index texts_by_ask on texts (network_id, ask_id);
create table handovers (
    id blob primary key not null,
    network_id blob not null,
    note blob not null,
    written_by blob not null,
    written_at bigint not null,
    confirmed boolean not null,
    ends_on integer not null,
    row_key blob not null
);
create index handovers_by_network on handovers (network_id, written_at);
-- Something went wrong (P27): said by whoever received, heard by somebody who was not involved.
create table complaints (
    id blob primary key not null,
    network_id blob not null,
    ask_id blob,
    not_by blob,
    stage text not null,
    wants text not null,
    words blob not null,
    answer blob,
    hearer_id blob,
    hear_by integer not null,
    ends_on integer not null,
    row_key blob not null
);
create index complaints_by_network on complaints (network_id, stage);
create index complaints_by_ask on complaints (network_id, ask_id);
-- "You said / we changed": public words, never about a person.
create table changes (
    id blob primary key not null,
    network_id blob not null,
    words text not null,
    script_line text not null,
    on_day integer not null,
    review_on integer not null
);
create index changes_by_network on changes (network_id, on_day);
-- Draws by lot for scarce things.
create table draws (
    id blob primary key not null,
    network_id blob not null,
    what text not null,
    next_date text not null,
    places integer not null,
    codes text not null,
    list_hash text not null,
    frozen_at bigint not null,
    first_rolls text,
    first_by blob,
    seed text,
    drawn_order text,
    ends_on integer not null
);
create index draws_by_network on draws (network_id, frozen_at);
create table batches (
    id blob primary key not null,
    network_id blob not null,
    taken integer not null,
    refused integer not null,
    made_on integer not null,
    ends_on integer not null
);
create index batches_by_network on batches (network_id);
-- What a row of a batch looked like before, so that the batch can be undone.
create table batch_rows (
    id blob primary key not null,
    network_id blob not null,
    batch_id blob not null,
    ask_id blob not null,
    before blob,
    row_key blob not null
);
create index batch_rows_by_batch on batch_rows (network_id, batch_id);
create table import_maps (
    id blob primary key not null,
    network_id blob not null,
    name text not null,
    map text not null,
    review_on integer not null
);
create index import_maps_by_network on import_maps (network_id, name);
