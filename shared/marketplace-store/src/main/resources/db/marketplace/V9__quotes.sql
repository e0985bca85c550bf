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
-- buyers do there, in points for a hundred of them.
create table segments (
  market      text        not null,
  type        text        not null,
  on_sale     bigint      not null check (on_sale >= 0),
  demand      bigint      not null check (demand >= 0),
  measured_at timestamptz not null,
  primary key (market, type)
);

-- When a lead was last held, as far as that has been looked up.
create table wanted (
  lead_id uuid        primary key,
  at      timestamptz not null
);

-- Holds of the last days are found in a few blocks, and a new one costs nothing.
create index holds_by_time on holds using brin (held_at);
