drop table calendar_feeds;
drop table occurrences;
drop table practices;
