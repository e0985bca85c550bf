-- Every price that was ever on sale, with all that it was made of besides its book: with both it is
-- computed again, bit for bit. Nothing of it leads to the seller.
create table quotes (
  quote_id        bigint      generated always as identity primary key,
  lead_id         uuid        not null,
  version         bigint      not null,
  book            text        not null,
  circumstances   jsonb       not null,
  price           bigint      not null check (price >= 0),
  exclusive_price bigint      not null check (exclusive_price >= price),
  currency        text        not null check (length(currency) = 3),
  reasons         jsonb       not null,
  quoted_at       timestamptz not null
);

create index quotes_of_lead on quotes (lead_id, quote_id desc);

create trigger quotes_only_grow before update or delete on quotes
  for each statement execute function refuse_change();

-- Leads of one type in one market, as they were last measured: how many are on sale, and what
-- buyers do there, in points for a hundred of them; and how much dearer its leads may be for what
-- buyers take of what they look at, in millionths.
create table segments (
  market      text        not null,
  type        text        not null,
  on_sale     bigint      not null check (on_sale >= 0),
  demand      bigint      not null check (demand >= 0),
  response    bigint      not null default 1000000 check (response > 0),
  measured_at timestamptz not null,
  primary key (market, type)
);

-- How much of what they look at buyers usually take, in millionths, over all segments.
create table usual (
  one   boolean primary key default true check (one),
  taken bigint  not null check (taken >= 0)
);

-- When a lead was last held, as far as that has been looked up.
create table wanted (
  lead_id uuid        primary key,
  at      timestamptz not null
);

-- Holds of the last days are found in a few blocks, and a new one costs nothing.
create index holds_by_time on holds using brin (held_at);
