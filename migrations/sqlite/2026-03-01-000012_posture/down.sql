drop table postures;
