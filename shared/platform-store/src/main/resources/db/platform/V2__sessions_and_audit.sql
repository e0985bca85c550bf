-- Sessions that started before are over, but for the one that set the password.
alter table users add column sessions_since timestamptz not null default 'epoch';
alter table users add column kept_session   uuid;

-- Who did what, by ids only: no foreign keys, so that the trail stays when a person is forgotten.
create table audit_entries (
  id      uuid        primary key,
  at      timestamptz not null,
  team_id uuid        not null,
  user_id uuid        not null,
  act     text        not null check (length(act) between 1 and 40),
  subject text        not null check (length(subject) <= 100)
);

create index audit_entries_of_team on audit_entries (team_id, at desc, id desc);
create index audit_entries_of_user on audit_entries (team_id, user_id, at desc, id desc);

-- Whoever takes over a function with this database still cannot hide what was done.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the audit trail only grows';
end $$;

create trigger audit_entries_only_grow before update or delete or truncate on audit_entries
  for each statement execute function refuse_change();
