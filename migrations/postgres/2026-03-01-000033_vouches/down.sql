drop table vouch_entries;
drop table vouches;
drop table vouch_spaces;
