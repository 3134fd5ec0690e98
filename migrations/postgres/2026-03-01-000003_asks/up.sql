-- An ask (P6). Words and how to reach somebody are sealed; what is left in clear names nobody.
-- window_until and by_when hold the largest number where there is none, so that both databases
-- put them last.
create table asks (
    id bytea primary key not null,
    network_id bytea not null,
    code text not null,
    stage text not null,
    stage_since bigint not null,
    claimer_id bytea,
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
    recorded_by bytea,
    words bytea not null,
    published bytea,
    contact bytea,
    digits bytea not null,
    plan bytea,
    answer bytea,
    referred_to bytea,
    delivered_on integer,
    follow_up_on integer,
    closed_on integer,
    ends_on integer not null,
    batch_id bytea,
    source_mark bytea,
    row_key bytea not null
);
create unique index asks_by_code on asks (network_id, code);
create index asks_in_order on asks (network_id, stage, window_until, by_when, received_at, id);
create index asks_by_claimer on asks (network_id, claimer_id);
create index asks_by_batch on asks (network_id, batch_id);
create unique index asks_by_source on asks (network_id, source_mark);
create index asks_by_closing on asks (network_id, closed_on);
-- Where somebody lives: a row of its own, because it dies sooner than the rest.
create table ask_places (
    id bytea primary key not null,
    network_id bytea not null,
    place bytea not null,
    dies_on integer,
    row_key bytea not null
);
create index ask_places_by_death on ask_places (network_id, dies_on);
-- What stays of asks that are gone: counts by month, kind and coarse area, folded where small.
create table ask_counts (
    network_id bytea not null,
    month text not null,
    kind text not null,
    area text not null,
    n integer not null,
    primary key (network_id, month, kind, area)
);
-- What receivers said, by month of delivery.
create table ask_words (
    network_id bytea not null,
    month text not null,
    word text not null,
    n integer not null,
    primary key (network_id, month, word)
);
create table offers (
    id bytea primary key not null,
    network_id bytea not null,
    person_id bytea not null,
    kind text not null,
    area text not null,
    language text not null,
    words bytea,
    until_day integer not null,
    row_key bytea not null
);
create index offers_by_person on offers (network_id, person_id);
-- Texts to neighbours, for a person to send by hand; gone once sent.
create table texts (
    id bytea primary key not null,
    network_id bytea not null,
    ask_id bytea not null,
    recipient bytea not null,
    body bytea not null,
    made_at bigint not null,
    ends_on integer not null,
    row_key bytea not null
);
create index texts_by_network on texts (network_id, made_at);
create index texts_by_ask on texts (network_id, ask_id);
create table handovers (
    id bytea primary key not null,
    network_id bytea not null,
    note bytea not null,
    written_by bytea not null,
    written_at bigint not null,
    confirmed boolean not null,
    ends_on integer not null,
    row_key bytea not null
);
create index handovers_by_network on handovers (network_id, written_at);
-- Something went wrong (P27): said by whoever received, heard by somebody who was not involved.
create table complaints (
    id bytea primary key not null,
    network_id bytea not null,
    ask_id bytea,
    not_by bytea,
    stage text not null,
    wants text not null,
    words bytea not null,
    answer bytea,
    hearer_id bytea,
    hear_by integer not null,
    ends_on integer not null,
    row_key bytea not null
);
create index complaints_by_network on complaints (network_id, stage);
create index complaints_by_ask on complaints (network_id, ask_id);
-- "You said / we changed": public words, never about a person.
create table changes (
    id bytea primary key not null,
    network_id bytea not null,
    words text not null,
    script_line text not null,
    on_day integer not null,
    review_on integer not null
);
create index changes_by_network on changes (network_id, on_day);
-- Draws by lot for scarce things.
create table draws (
    id bytea primary key not null,
    network_id bytea not null,
    what text not null,
    next_date text not null,
    places integer not null,
    codes text not null,
    list_hash text not null,
    frozen_at bigint not null,
    first_rolls text,
    first_by bytea,
    seed text,
    drawn_order text,
    ends_on integer not null
);
create index draws_by_network on draws (network_id, frozen_at);
create table batches (
    id bytea primary key not null,
    network_id bytea not null,
    taken integer not null,
    refused integer not null,
    made_on integer not null,
    ends_on integer not null
);
create index batches_by_network on batches (network_id);
-- What a row of a batch looked like before, so that the batch can be undone.
create table batch_rows (
    id bytea primary key not null,
    network_id bytea not null,
    batch_id bytea not null,
    ask_id bytea not null,
    before bytea,
    row_key bytea not null
);
create index batch_rows_by_batch on batch_rows (network_id, batch_id);
create table import_maps (
    id bytea primary key not null,
    network_id bytea not null,
    name text not null,
    map text not null,
    review_on integer not null
);
create index import_maps_by_network on import_maps (network_id, name);
