-- A lead is its advertisements: what it says is merged from them and never stored. Its version
-- rises with every change of that.
create table leads (
  id         uuid        primary key,
  version    bigint      not null check (version > 0),
  started_at timestamptz not null default clock_timestamp(),
  changed_at timestamptz not null default clock_timestamp()
);

-- Each advertisement as it was last seen, with the match that filed it under its lead.
create table advertisements (
  listing_id        uuid        primary key,
  lead_id           uuid        not null references leads,
  page_id           uuid        not null,
  market            text        not null,
  source            text        not null,
  source_listing_id text        not null,
  url               text        not null,
  title             text        not null,
  description       text,
  price_minor_units bigint      check (price_minor_units > 0),
  price_currency    text        check (length(price_currency) = 3),
  property_type     text        not null,
  bedrooms          integer,
  bathrooms         numeric(6, 2),
  living_area_sqft  integer,
  lot_size_sqft     integer,
  year_built        integer,
  listed_on         date,
  photo_urls        text[]      not null,
  mls_number        text,
  street            text        not null,
  unit              text,
  city              text        not null,
  state             text        not null,
  zip               text        not null,
  latitude          double precision not null check (latitude between -90 and 90),
  longitude         double precision not null check (longitude between -180 and 180),
  accuracy          text        not null,
  contact           text        not null, -- encrypted
  observed_at       timestamptz not null,
  first_seen_at     timestamptz not null,
  match_score       integer     not null,
  match_evidence    text[]      not null,
  match_model       integer     not null,
  check ((price_minor_units is null) = (price_currency is null))
);

create index advertisements_of_lead on advertisements (lead_id);

-- What leads may have in common: keyed hashes of addresses and phone numbers.
create table blocking_keys (
  key     uuid not null,
  lead_id uuid not null references leads,
  primary key (key, lead_id)
);

create table refusals (
  id           uuid        primary key,
  subject      text        not null check (subject in ('PAGE', 'LISTING')),
  subject_id   text        not null,
  source       text        not null,
  url          text        not null,
  step         text        not null,
  reason_codes text[]      not null,
  reason_texts text[]      not null,
  refused_at   timestamptz not null
);

create index refusals_by_time on refusals (refused_at);

-- Counted when asked: a counter that every refusal raises would be a row that all wait for.
create view refusal_counts as
select source, step, reason, count(*) as refusals
from refusals, unnest(reason_codes) as reason
group by source, step, reason;

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
