-- When whoever holds this session last showed that it is them: signing in, or proving it again.
-- Sessions of before count as never proved.
alter table sessions add column proved_at bigint not null default 0;
