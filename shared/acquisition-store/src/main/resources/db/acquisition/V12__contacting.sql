-- Who agreed to which channel or took it back, by a keyed hash; it only grows.
create table consents (
  id         bigint      generated always as identity primary key,
  who        uuid        not null,
  channel    text        not null,
  act        text        not null check (act in ('GIVEN', 'REVOKED')),
  told       text        not null,
  entered_by text        not null,
  given_at   timestamptz not null
);

create index consents_of on consents (who, id);

-- When a number was last looked up on a do-not-call list, and what the list said.
create table do_not_call (
  phone     uuid        not null,
  list      text        not null,
  is_listed boolean     not null,
  looked_at timestamptz not null,
  primary key (phone, list)
);
