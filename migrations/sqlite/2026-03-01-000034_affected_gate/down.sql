alter table campaigns drop column proposal_id;
alter table campaigns drop column caucus_id;
