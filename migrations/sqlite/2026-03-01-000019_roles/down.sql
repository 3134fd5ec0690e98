drop table lot_pools;
drop table choosing_words;
drop table nominations;
drop table choosings;
drop table terms;
drop table roles;
