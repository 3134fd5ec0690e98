-- A campaign that falls on a caucus: which, and the proposal by which what it asks for is decided with them.
alter table campaigns add column caucus_id bytea;
alter table campaigns add column proposal_id bytea;
