-- A passkey of somebody (WebAuthn): what checks it, sealed, and a mark by which it is found when
-- somebody signs in without saying who they are. The name is what they call it, sealed.
create table passkeys (
    id blob primary key not null,
    network_id blob not null,
    person_id blob not null,
    credential_mark blob not null,
    name blob not null,
    credential blob not null,
    added_on integer not null,
    review_on integer not null,
    row_key blob not null
);
create unique index passkeys_by_mark on passkeys (network_id, credential_mark);
create index passkeys_of_person on passkeys (network_id, person_id);

-- What was good for one time and has been used, until its time is over: nobody uses it twice.
create table used_once (
    network_id blob not null,
    mark blob not null,
    expires_at bigint not null,
    primary key (network_id, mark)
);
