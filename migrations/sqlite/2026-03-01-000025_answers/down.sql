drop table relayed_words;
drop table answerable_letters;
