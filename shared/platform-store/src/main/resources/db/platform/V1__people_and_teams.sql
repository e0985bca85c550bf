create table teams (
  id         uuid primary key,
  name       text not null check (length(name) between 1 and 100),
  time_zone  text not null default 'UTC',
  created_at timestamptz not null default clock_timestamp()
);

create table users (
  id                 uuid primary key,
  email              text not null check (length(email) <= 254),
  name               text not null check (length(name) between 1 and 100),
  email_confirmed_at timestamptz,
  created_at         timestamptz not null default clock_timestamp()
);

-- One person for each mailbox, however its letters are typed.
create unique index users_email on users (lower(email));

-- A table of its own: somebody who signs in by a provider or a key has no row here.
create table passwords (
  user_id uuid primary key references users (id),
  hash    text not null check (hash like '$argon2id$%'),
  set_at  timestamptz not null default clock_timestamp()
);

create table memberships (
  team_id   uuid not null references teams (id),
  user_id   uuid not null references users (id),
  roles     text[] not null check (cardinality(roles) > 0 and
              roles <@ array['buyer', 'analyst', 'marketer', 'candidate', 'support', 'admin']),
  joined_at timestamptz not null default clock_timestamp(),
  primary key (team_id, user_id)
);

create index memberships_user on memberships (user_id);

create table inbox (
  consumer   text        not null,
  event_id   uuid        not null,
  handled_at timestamptz not null default clock_timestamp(),
  primary key (consumer, event_id)
);

-- Rows come in the order of time, so that the oldest are found in a few blocks.
create index inbox_by_time on inbox using brin (handled_at);

create table outbox (
  event_id    uuid        primary key,
  event       text        not null,
  body        text        not null,
  traceparent text        not null,
  pending     text[]      not null,
  created_at  timestamptz not null default clock_timestamp(),
  sent_at     timestamptz
);

create index outbox_unsent on outbox (created_at) where sent_at is null;
