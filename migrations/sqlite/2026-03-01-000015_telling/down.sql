drop table wake_keys;
drop table wakings;
drop table wake_places;
drop table letters;
drop table tellings;
