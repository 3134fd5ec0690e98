-- What a gateway may send of a text: the same without what was agreed. A text from before has none
-- and waits for a person. handed_at: when a gateway last took it along.
alter table texts add column plain bytea;
alter table texts add column handed_at bigint;
