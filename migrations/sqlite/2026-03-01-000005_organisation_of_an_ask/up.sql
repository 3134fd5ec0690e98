-- The organisation an ask was handed on to, or that whoever said "I can" speaks for in it.
alter table asks rename column referred_to to organisation_id;
