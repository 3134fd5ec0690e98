alter table texts drop column handed_at;
alter table texts drop column plain;
