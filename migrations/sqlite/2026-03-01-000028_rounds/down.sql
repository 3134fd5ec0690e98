drop table slow_replies;
drop table reflections;
drop table slow_entries;
drop table slow_rounds;
