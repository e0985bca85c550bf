-- Keyed hashes of phone numbers, mail addresses, homes and advertisements that are not taken in.
create table suppressions (
  key           uuid        primary key,
  kind          text        not null check (kind in ('phone', 'email', 'address', 'listing')),
  suppressed_at timestamptz not null
);

-- Who suppressed what or let it in again; it only grows.
create table suppression_changes (
  id         bigint      generated always as identity primary key,
  key        uuid        not null,
  kind       text        not null,
  act        text        not null check (act in ('SUPPRESSED', 'LIFTED')),
  asked_by   text        not null,
  reason     text        not null,
  changed_at timestamptz not null
);
