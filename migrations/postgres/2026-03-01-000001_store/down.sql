drop table legal_holds;
drop table facts;
