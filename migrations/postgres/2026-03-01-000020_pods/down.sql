drop table pod_tries;
drop table pod_matchers;
drop table pod_wishes;
drop table pod_seats;
drop table pods;
drop table buddies;
