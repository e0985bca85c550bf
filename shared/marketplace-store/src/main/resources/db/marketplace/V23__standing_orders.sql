-- A saved search, an alert and a limit order in one. What it says is in standing_terms, a row for each
-- version: what it said when a lead came is asked for later.
create table standing_orders (
  standing_order_id uuid        primary key,
  team_id           uuid        not null references buyers,
  -- Who made it, buys by it and hears of it.
  owner             uuid        not null,
  version           bigint      not null check (version > 0),
  -- Its place in line: renewed when it wants something else, or pays something else.
  since             timestamptz not null,
  made_at           timestamptz not null,
  -- What the index has. It is asked together with what it does not have yet.
  indexed_version   bigint      not null default 0 check (indexed_version >= 0)
);

create index standing_orders_of_team on standing_orders (team_id, made_at);
create index standing_orders_unindexed on standing_orders (standing_order_id)
  where indexed_version < version;

create table standing_terms (
  standing_order_id uuid        not null references standing_orders,
  version           bigint      not null check (version > 0),
  changed_at        timestamptz not null,
  state             text        not null check (state in ('ACTIVE', 'PAUSED', 'ENDED')),
  name              text        not null,
  -- The search as it was asked: parameters and their texts.
  search_names      text[]      not null,
  search_texts      text[]      not null check (cardinality(search_texts) = cardinality(search_names)),
  act               text        not null check (act in ('BUY', 'ALERT')),
  exclusive         boolean     not null,
  limit_amount      bigint      check (limit_amount >= 0),
  cap_spans         text[]      not null,
  cap_leads         integer[]   not null check (cardinality(cap_leads) = cardinality(cap_spans)),
  cap_amounts       bigint[]    not null check (cardinality(cap_amounts) = cardinality(cap_spans)),
  channel           text        not null check (channel in ('INSTANT', 'DAILY', 'WEEKLY')),
  valid_until       timestamptz,
  primary key (standing_order_id, version),
  check (act = 'ALERT' or limit_amount is not null)
);

create trigger standing_terms_only_grow before update or delete on standing_terms
  for each statement execute function refuse_change();

-- One for each price of each version of a lead: what it was decided from, what was decided, and what of
-- the lead was searched then. Asked for twice, it is the same.
create table allocations (
  allocation_id   uuid        primary key,
  lead_id         uuid        not null references offers,
  version         bigint      not null,
  revision        integer     not null,
  begun_at        timestamptz not null,
  finished_at     timestamptz,
  input           text        not null,
  result          text,
  words           text[]      not null,
  city            text        not null,
  type            text        not null,
  beds            text        not null,
  price_band      text        not null,
  quality_band    text        not null,
  sources         text[]      not null,
  price           bigint      not null,
  exclusive_price bigint      not null,
  currency        text        not null,
  asking          bigint,
  quality         smallint    not null,
  first_seen      bigint      not null,
  cell            integer     not null,
  unique (lead_id, version, revision),
  check ((finished_at is null) = (result is null))
);

-- What was said to those who were tried, in that order.
create table allocation_tries (
  allocation_id     uuid   not null references allocations,
  standing_order_id uuid   not null references standing_orders,
  nr                bigint generated always as identity,
  answer            text   not null,
  order_id          uuid   references orders,
  hold_id           uuid   references holds,
  primary key (allocation_id, standing_order_id),
  check ((answer = 'BOUGHT') = (order_id is not null)),
  check ((order_id is null) = (hold_id is null))
);

create trigger allocation_tries_only_grow before update or delete on allocation_tries
  for each statement execute function refuse_change();

-- What became of a lead for an order that it came into question for: the last word. A lead that was
-- missed at one price may be bought at the next; what was bought or told stays so.
create table standing_results (
  standing_order_id uuid        not null references standing_orders,
  lead_id           uuid        not null references offers,
  allocation_id     uuid        not null references allocations,
  outcome           text        not null check (outcome in ('BOUGHT', 'TOLD', 'MISSED')),
  reason            text,
  amount            bigint      not null,
  currency          text        not null,
  at                timestamptz not null,
  -- When somebody was told of it.
  told_at           timestamptz,
  primary key (standing_order_id, lead_id),
  check ((outcome = 'MISSED') = (reason is not null))
);

create index standing_results_in_order on standing_results (standing_order_id, at desc);
create index standing_results_untold on standing_results (at) where told_at is null;

-- A lead that is emptied is emptied here, too.
create function forget_allocated_words() returns trigger language plpgsql as $$
begin
  update allocations set words = '{}' where lead_id = new.lead_id;
  return null;
end $$;

create trigger allocations_forget after update of words on offers
  for each row when (new.words = '{}' and old.words <> '{}')
  execute function forget_allocated_words();
