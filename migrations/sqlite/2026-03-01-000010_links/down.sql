drop table printed_words;
drop table confirmed_addresses;
drop table links;
