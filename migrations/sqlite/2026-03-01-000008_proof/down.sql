alter table sessions drop column proved_at;
