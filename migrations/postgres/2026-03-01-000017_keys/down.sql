drop table key_holders;
drop table shared_keys;
