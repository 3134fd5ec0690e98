drop table lifelines_willing;
drop table lifelines;
drop table rest_seasons;
drop table capacities;
drop table rests;
