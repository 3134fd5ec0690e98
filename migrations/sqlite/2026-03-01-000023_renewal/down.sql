drop table renewal_words;
drop table renewal_seasons;
drop table departure_things;
drop table departures;
