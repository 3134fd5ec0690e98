drop table woken_times;
drop table stand_ins;
drop table ceilings;
drop table cover_asks;
drop table open_places;
drop table times_changed;
drop table commitments;
