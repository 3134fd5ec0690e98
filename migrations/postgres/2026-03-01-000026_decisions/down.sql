drop table gates;
drop table caucus_members;
drop table caucuses;
drop table voices;
drop table proposal_texts;
drop table proposals;
