alter table asks rename column organisation_id to referred_to;
