drop table endings;
drop table pictures;
drop table introductions;
drop table ties;
drop table one_to_ones;
