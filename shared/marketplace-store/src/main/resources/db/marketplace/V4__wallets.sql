-- What the time is, for everything here that ends: nothing else decides whether a hold is over.
-- Tests put another in its place.
create function clock() returns timestamptz language sql volatile
  as $$ select clock_timestamp() $$;

-- What a team gets for what it pays.
create table plans (
  plan           text     primary key,
  -- Of one hold, of each extension, and of a hold with all its extensions.
  hold_time      interval not null check (hold_time > interval '0'),
  extensions     integer  not null check (extensions >= 0),
  longest_hold   interval not null check (longest_hold >= hold_time),
  open_holds     integer  not null check (open_holds > 0),
  -- After that many holds in a row that led to no purchase, a hold is short until one does.
  patience       integer  not null check (patience > 0),
  impatient_time interval not null check (impatient_time > interval '0'),
  -- For how long a lead that the team waited for is held for it, so that it can hear of it; the
  -- hold's own time if that is longer.
  offer_time     interval not null check (offer_time > interval '0')
);

insert into plans values
  ('free', '5 minutes', 1, '10 minutes', 25, 20, '1 minute', '15 minutes'),
  ('pro', '15 minutes', 2, '45 minutes', 100, 40, '2 minutes', '15 minutes'),
  ('premium', '30 minutes', 3, '2 hours', 250, 60, '5 minutes', '30 minutes'),
  ('enterprise', '30 minutes', 3, '2 hours', 1000, 100, '5 minutes', '30 minutes');

-- A team that holds or buys. Its row is locked first by whatever changes what the team holds, owns
-- or may spend, and so two acts of a team never pass each other.
create table buyers (
  team_id   uuid    primary key,
  plan      text    not null default 'free' references plans,
  time_zone text    not null default 'UTC',
  unbought  integer not null default 0 check (unbought >= 0)
);

-- The team's row, locked; made when it is not there, since a row that is missing locks nothing.
create function lock_buyer(who uuid) returns buyers language plpgsql as $$
declare
  found_buyer buyers;
begin
  select * into found_buyer from buyers where team_id = who for update;
  if not found then
    insert into buyers (team_id) values (who) on conflict do nothing;
    select * into found_buyer from buyers where team_id = who for update;
  end if;
  return found_buyer;
end $$;

-- Money stands on accounts, as credits less debits: what we owe a team is positive on its wallet.
-- Wallets never fall below zero. Accounts of the house have no floor, and 64 rows each, since all
-- postings meet there: its balance is their sum.
create table accounts (
  account_id bigint  generated always as identity primary key,
  kind       text    not null check (kind in ('WALLET', 'CASH', 'GIFTS', 'SALES')),
  team_id    uuid    references buyers,
  stripe     integer not null default 0,
  currency   text    not null check (length(currency) = 3),
  balance    bigint  not null default 0,
  check ((kind = 'WALLET') = (team_id is not null)),
  check (kind <> 'WALLET' or balance >= 0),
  unique (account_id, currency)
);

create unique index accounts_of_team on accounts (team_id, currency) where team_id is not null;
create unique index accounts_of_house on accounts (kind, currency, stripe) where team_id is null;

-- Every movement of money, for ever: a row has both sides, so a sum that is not zero cannot be
-- written, and the currency is that of both accounts. Whoever posts makes the id: again it is the
-- same transfer.
create table transfers (
  transfer_id uuid        primary key,
  nr          bigint      generated always as identity,
  kind        text        not null check (kind in ('GIFT', 'TOP_UP', 'PURCHASE', 'EXPIRY')),
  debit       bigint      not null,
  credit      bigint      not null,
  amount      bigint      not null check (amount > 0),
  currency    text        not null,
  reference   uuid,
  note        text,
  posted_at   timestamptz not null,
  check (debit <> credit),
  foreign key (debit, currency) references accounts (account_id, currency),
  foreign key (credit, currency) references accounts (account_id, currency)
);

create index transfers_in_order on transfers (nr);
create index transfers_from on transfers (debit, nr);
create index transfers_to on transfers (credit, nr);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is never changed; correct it by another row', tg_table_name;
end $$;

create trigger transfers_only_grow before update or delete on transfers
  for each statement execute function refuse_change();

-- What a wallet is made of. Its balance is the sum of what remains.
create table lots (
  lot_id     uuid        primary key,
  team_id    uuid        not null references buyers,
  kind       text        not null check (kind in ('GIFT', 'TOP_UP')),
  priority   integer     not null check (priority between 1 and 50),
  currency   text        not null,
  amount     bigint      not null check (amount > 0),
  remaining  bigint      not null check (remaining between 0 and amount),
  granted_at timestamptz not null,
  expires_at timestamptz check (expires_at > granted_at)
);

create index lots_to_spend on lots (team_id) where remaining > 0;
create index lots_to_expire on lots (expires_at) where remaining > 0;

create table lot_uses (
  lot_id      uuid   not null references lots,
  transfer_id uuid   not null references transfers,
  amount      bigint not null check (amount > 0),
  primary key (transfer_id, lot_id)
);

create trigger lot_uses_only_grow before update or delete on lot_uses
  for each statement execute function refuse_change();

-- Wallet of the team in that currency, made when it is not there. The team's row is locked.
create function wallet_of(who uuid, unit text) returns accounts language plpgsql as $$
declare
  wallet accounts;
begin
  select * into wallet from accounts where team_id = who and currency = unit;
  if not found then
    insert into accounts (kind, team_id, currency) values ('WALLET', who, unit)
      returning * into wallet;
  end if;
  return wallet;
end $$;

-- One row of an account of the house: that of this team, so that most teams do not wait for each
-- other and none for itself.
create function house_account(of_kind text, unit text, for_whom uuid) returns bigint
language plpgsql as $$
declare
  row_of_team integer := hashtext(for_whom::text) & 63;
  found_account bigint;
begin
  loop
    select account_id into found_account from accounts
      where kind = of_kind and currency = unit and stripe = row_of_team and team_id is null;
    if found then
      return found_account;
    end if;
    insert into accounts (kind, currency, stripe) values (of_kind, unit, row_of_team)
      on conflict do nothing;
  end loop;
end $$;

create function post_transfer(
  id uuid, what text, from_account bigint, to_account bigint, sum bigint, unit text, about uuid,
  why text, at timestamptz) returns void language plpgsql as $$
begin
  insert into transfers
      (transfer_id, kind, debit, credit, amount, currency, reference, note, posted_at)
    values (id, what, from_account, to_account, sum, unit, about, why, at);
  update accounts set balance = balance - sum where account_id = from_account;
  update accounts set balance = balance + sum where account_id = to_account;
end $$;

-- Posts many transfers from one account to another in one go, each of its own sum; what is nothing is
-- left out. Two accounts are written once, however many there are.
create function post_transfers(
  ids uuid[], what text, from_account bigint, to_account bigint, sums bigint[], unit text,
  about uuid[], at timestamptz) returns void language plpgsql as $$
declare
  total bigint;
begin
  insert into transfers
      (transfer_id, kind, debit, credit, amount, currency, reference, posted_at)
    select t.id, what, from_account, to_account, t.sum, unit, t.reference, at
    from unnest(ids, sums, about) with ordinality as t (id, sum, reference, place)
    where t.sum > 0 order by t.place;
  select sum(one) into total from unnest(sums) as one;
  update accounts set balance = balance - total where account_id = from_account;
  update accounts set balance = balance + total where account_id = to_account;
end $$;

-- Takes money out of the lots of a wallet: by priority, gifts before what was paid for, what is
-- oldest first, and what is frozen never. The caller has seen that there is enough.
create function use_lots(who uuid, unit text, transfer uuid, sum bigint) returns void
language plpgsql as $$
declare
  lot record;
  part bigint;
  missing bigint := sum;
begin
  for lot in select lot_id, remaining, frozen from lots
      where team_id = who and currency = unit and remaining > 0
      order by priority, kind, granted_at, lot_id loop
    exit when missing = 0;
    part := least(missing, lot.remaining - lot.frozen);
    continue when part = 0;
    update lots set remaining = remaining - part where lot_id = lot.lot_id;
    insert into lot_uses (lot_id, transfer_id, amount) values (lot.lot_id, transfer, part);
    missing := missing - part;
  end loop;
  if missing > 0 then
    raise exception 'the lots of % do not hold the balance of its wallet', who;
  end if;
end $$;

