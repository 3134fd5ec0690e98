-- The question of each request, answered from indexes alone.
drop index circle_members_by_person;
create index circle_members_by_person on circle_members (network_id, person_id, circle_id);
create index liaisons_by_person on liaisons (network_id, person_id, organisation_id);

-- What somebody belongs to, holds and speaks for, read at each request in one question.
create view belongings as
    select network_id, person_id, circle_id as of_id, 'belongs' as word,
        0 as from_at, 9223372036854775807 as to_at
    from circle_members
    union all
    select network_id, person_id, circle_id, role, from_at, to_at
    from role_holdings
    union all
    select network_id, person_id, organisation_id, 'speaks_for', 0, 9223372036854775807
    from liaisons;
