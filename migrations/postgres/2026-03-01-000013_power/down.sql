drop table power_words;
drop table power_uses;
