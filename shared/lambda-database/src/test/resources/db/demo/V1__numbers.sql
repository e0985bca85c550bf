-- The two tables of every schema whose functions store effects of events. Each store's first
-- migration holds exactly these statements; a test compares.
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

create table numbers (
  number int primary key
);
