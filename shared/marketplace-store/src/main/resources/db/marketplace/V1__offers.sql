-- One row for each lead that was ever offered. The columns from `words` on are what search knows:
-- computed from the others when the row is written, the same as in the search index.
create table offers (
  lead_id          uuid        primary key,
  offer_id         uuid        not null unique,
  version          bigint      not null check (version > 0),
  correlation_id   uuid        not null,
  standing         text        not null check (standing in ('ON_SALE', 'WITHDRAWN')),
  market           text        not null,

  listing_id       uuid        not null,
  source           text        not null,
  url              text        not null,
  title            text        not null,
  description      text,
  listed_on        date,
  photo_urls       text[]      not null,
  observed_at      timestamptz not null,
  listings         integer     not null check (listings > 0),

  street           text        not null,
  unit             text,
  city_name        text        not null,
  state            text        not null,
  zip              text        not null,
  latitude         double precision not null check (latitude between -90 and 90),
  longitude        double precision not null check (longitude between -180 and 180),

  bedrooms         integer,
  bathrooms        numeric,
  living_area_sqft integer,
  lot_size_sqft    integer,
  year_built       integer,

  headline         text        not null,
  teaser           text,
  has_phone        boolean     not null,
  has_email        boolean     not null,
  quality_reasons  jsonb       not null,
  fraud            smallint    not null check (fraud between 0 and 100),
  price_book       text        not null,
  price_reasons    jsonb       not null,
  currency         text        not null check (length(currency) = 3),
  published_at     timestamptz not null default clock_timestamp(),
  changed_at       timestamptz not null default clock_timestamp(),

  words            text[]      not null,
  city             text        not null,
  type             text        not null,
  beds             text        not null,
  price_band       text        not null,
  quality_band     text        not null,
  sources          text[]      not null,
  price            bigint      not null check (price >= 0),
  asking           bigint,
  quality          smallint    not null check (quality between 0 and 100),
  first_seen       bigint      not null,
  cell             integer     not null,
  grid_row         integer     not null,
  grid_column      integer     not null
);

create index offers_words on offers using gin (words) where standing = 'ON_SALE';
create index offers_cell on offers (cell) where standing = 'ON_SALE';
create index offers_grid on offers (grid_row, grid_column) where standing = 'ON_SALE';
-- With all that is counted: counting reads this and not the offers.
create index offers_newest on offers (first_seen desc, lead_id)
  include (city, type, beds, price_band, quality_band, sources, price, asking, cell, grid_row,
    grid_column)
  where standing = 'ON_SALE';
create index offers_cheapest on offers (price, lead_id) where standing = 'ON_SALE';
create index offers_changed on offers (changed_at);

-- Encrypted by the function; the key's id is in the text.
create table contacts (
  lead_id uuid primary key references offers (lead_id),
  sealed  text not null
);

-- How often a lead may be sold: made when it is first put on sale, before anybody can want one.
create table slots (
  lead_id       uuid     not null references offers (lead_id),
  slot_no       smallint not null check (slot_no between 1 and 5),
  state         text     not null default 'FREE' check (state in ('FREE', 'HELD', 'SOLD')),
  exclusive     boolean  not null default false,
  holder_team   uuid,
  hold_until    timestamptz,
  order_line_id uuid,
  primary key (lead_id, slot_no),
  check ((state = 'FREE') = (holder_team is null)),
  check ((state = 'HELD') = (hold_until is not null))
);

-- A team never holds two shared slots of a lead; an exclusive buyer holds them all.
create unique index slots_one_for_each_team on slots (lead_id, holder_team)
  where holder_team is not null and not exclusive;
create index slots_of_team on slots (holder_team, lead_id) where state = 'SOLD';

-- One row while the search index is built anew.
create table rebuilds (
  one      boolean     primary key default true check (one),
  began_at timestamptz not null default clock_timestamp()
);

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
