drop table used_once;
drop table passkeys;
