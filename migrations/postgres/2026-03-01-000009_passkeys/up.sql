-- A passkey of somebody (WebAuthn): what checks it, sealed, and a mark by which it is found when
-- somebody signs in without saying who they are. The name is what they call it, sealed.
create table passkeys (
    id bytea primary key not null,
    network_id bytea not null,
    person_id bytea not null,
    credential_mark bytea not null,
    name bytea not null,
    credential bytea not null,
    added_on integer not null,
    review_on integer not null,
    row_key bytea not null
);
create unique index passkeys_by_mark on passkeys (network_id, credential_mark);
create index passkeys_of_person on passkeys (network_id, person_id);

-- What was good for one time and has been used, until its time is over: nobody uses it twice.
create table used_once (
    network_id bytea not null,
    mark bytea not null,
    expires_at bigint not null,
    primary key (network_id, mark)
);
