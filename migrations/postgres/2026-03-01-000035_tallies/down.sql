drop table tallies;
