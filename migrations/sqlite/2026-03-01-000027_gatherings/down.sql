drop table choir_willing;
drop table choir_seasons;
drop table harvest_lines;
drop table access_needs;
drop table containers;
drop table campaigns;
