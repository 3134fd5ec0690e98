drop view belongings;
drop index liaisons_by_person;
drop index circle_members_by_person;
create index circle_members_by_person on circle_members (network_id, person_id);
