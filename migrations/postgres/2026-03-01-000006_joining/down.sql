drop table agreements_read;
drop table agreements;
drop table circle_says;
drop table days_together;
drop table paths;
drop table newcomers;
alter table networks drop column meets_es;
alter table networks drop column meets_en;
