-- Money that comes from outside. Teams pay by card at a gateway, which tells us by messages that are
-- lost, come twice, or in any order. So what it says is kept as facts that only grow, and what they
-- mean for a wallet is worked out anew from all of them: the order cannot matter.

-- expand-only: the same rules with more kinds
alter table transfers drop constraint transfers_kind_check;
alter table transfers add constraint transfers_kind_check check (kind in (
  'GIFT', 'TOP_UP', 'PURCHASE', 'EXPIRY', 'CLAW', 'REINSTATEMENT', 'REPAYMENT'));

-- DEBTS: what teams owe, since they spent what their bank has taken back.
alter table accounts drop constraint accounts_kind_check;
alter table accounts add constraint accounts_kind_check check (kind in (
  'WALLET', 'CASH', 'GIFTS', 'SALES', 'DEBTS'));

-- One wish to pay. The row is there before the gateway hears of it, and its id is the key by which
-- the gateway knows a repeat.
create table payments (
  payment_id uuid        primary key,
  team_id    uuid        not null references buyers,
  asked_by   uuid        not null,
  amount     bigint      not null check (amount > 0),
  currency   text        not null check (length(currency) = 3),
  purpose    text        not null default 'TOP_UP' check (purpose in ('TOP_UP', 'ORDER')),
  -- From here to the right, never back: what comes late changes nothing.
  state      text        not null default 'CREATED' check (state in (
    'CREATED', 'UNKNOWN', 'NEEDS_ACTION', 'PENDING', 'FAILED', 'SUCCEEDED')),
  -- Why it failed, or why the last try did.
  reason     text,
  -- The gateway's names, and where people pay.
  session    text        unique,
  intent     text        unique,
  page       text,
  page_until timestamptz not null,
  created_at timestamptz not null,
  settled_at timestamptz,
  -- How often the gateway was asked since the state changed, and when it is asked again.
  asks       integer     not null default 0,
  next_ask   timestamptz,
  granted    bigint      not null default 0 check (granted in (0, amount)),
  clawed     bigint      not null default 0,
  reinstated bigint      not null default 0,
  moves      integer     not null default 0,
  check ((state = 'SUCCEEDED') = (granted > 0)),
  check ((state in ('FAILED', 'SUCCEEDED')) = (next_ask is null)),
  check (clawed - reinstated between 0 and granted)
);

create index payments_of_team on payments (team_id, created_at desc);
create index payments_to_ask on payments (next_ask) where next_ask is not null;

-- What the gateway says of the money itself, perhaps before we know which payment it is.
create table payment_intents (
  intent     text   primary key,
  payment_id uuid   unique references payments,
  -- All refunds so far: it only rises.
  refunded   bigint not null default 0 check (refunded >= 0)
);

create table disputes (
  dispute  text        primary key,
  intent   text        not null references payment_intents,
  amount   bigint      not null check (amount >= 0),
  standing text        not null check (standing in ('OPEN', 'LOST', 'WON')),
  said_at  timestamptz not null
);

create index disputes_of_intent on disputes (intent);

-- The inbox: a message of the gateway, written with what it leads to.
create table gateway_events (
  event    text        primary key,
  kind     text        not null,
  said_at  timestamptz not null,
  heard_at timestamptz not null
);

-- An order that is paid by card: there before anybody pays, and until its leads are bought or the
-- money is given back. A row is one try to pay for it.
create table drafts (
  payment_id uuid    primary key references payments,
  order_id   uuid    not null,
  team_id    uuid    not null references buyers,
  amount     bigint  not null check (amount > 0),
  currency   text    not null,
  state      text    not null default 'OPEN' check (state in (
    'OPEN', 'PAID', 'CANCELED', 'REFUND_DUE', 'REFUNDED')),
  -- Why the money is given back.
  reason     text,
  -- How often somebody tried to finish it, and when somebody has to again.
  tries      integer not null default 0,
  next_try   timestamptz
);

-- Whoever comes second finds the try of the first.
create unique index drafts_of_order on drafts (order_id) where state in ('OPEN', 'PAID');
create index drafts_of_team on drafts (team_id);
create index drafts_to_finish on drafts (next_try) where next_try is not null;

-- What it buys, and until when that would have been held without it.
create table draft_lines (
  payment_id    uuid        not null references drafts,
  place         integer     not null,
  hold_id       uuid        not null references holds,
  order_line_id uuid        not null,
  transfer_id   uuid        not null,
  amount        bigint      not null check (amount >= 0),
  until_before  timestamptz not null,
  last_before   timestamptz not null,
  primary key (payment_id, place)
);

create index draft_lines_of_hold on draft_lines (hold_id);

-- Of an order that was paid from the wallet there is none.
alter table orders add column payment_id uuid unique references payments;

create table debts (
  team_id  uuid   not null references buyers,
  currency text   not null,
  amount   bigint not null check (amount >= 0),
  primary key (team_id, currency)
);

-- Every lot that was paid for says by what; those from before have none.
alter table lots add column payment_id uuid references payments;
-- Of what remains, that which a bank may take back.
alter table lots add column frozen bigint not null default 0;
alter table lots add check (frozen between 0 and remaining);
create index transfers_of_payment on transfers (reference)
  where kind in ('TOP_UP', 'CLAW', 'REINSTATEMENT');
create index lots_of_payment on lots (payment_id) where payment_id is not null;

create function payment_rank(state text) returns integer language sql immutable as $$
  select array_position(
    array['CREATED', 'UNKNOWN', 'NEEDS_ACTION', 'PENDING', 'FAILED', 'SUCCEEDED'], state)
$$;

-- How long until the gateway is asked again; for ever, since nobody may assume what it would say.
create function ask_after(state text, asks integer) returns interval language sql immutable as $$
  select case
    when payment_rank(state) >= payment_rank('FAILED') then null
    when state in ('CREATED', 'UNKNOWN') then
      case asks when 0 then interval '5 minutes' when 1 then interval '1 hour' else '1 day' end
    else case asks when 0 then interval '1 hour' else '1 day' end
  end
$$;

-- Writes down that a team wants to pay, once for each id.
create function start_payment(
  who uuid, id uuid, asker uuid, sum bigint, unit text, page_time interval) returns text
language plpgsql as $$
declare
  buyer buyers := lock_buyer(who);
  now_is timestamptz := clock();
  earlier payments;
begin
  select * into earlier from payments where payment_id = id;
  if found then
    return case when earlier.team_id = who and earlier.amount = sum and earlier.currency = unit
      then 'STARTED_BEFORE' else 'ID_REUSED' end;
  end if;
  insert into payments (payment_id, team_id, asked_by, amount, currency, page_until, created_at,
      next_ask)
    values (id, who, asker, sum, unit, now_is + page_time, now_is,
      now_is + ask_after('CREATED', 0));
  return 'STARTED';
end $$;

create function payment_move(id uuid, nr integer) returns uuid language sql immutable as $$
  select md5(id::text || ' ' || nr)::uuid
$$;

-- Takes money out of the lots of one payment. The caller has seen that there is enough.
create function use_payment(id uuid, move uuid, sum bigint) returns void language plpgsql as $$
declare
  lot record;
  part bigint;
  missing bigint := sum;
begin
  update lots set frozen = 0 where payment_id = id and frozen > 0;
  for lot in select lot_id, remaining from lots
      where payment_id = id and remaining > 0 order by granted_at, lot_id loop
    part := least(missing, lot.remaining);
    exit when part = 0;
    update lots set remaining = remaining - part where lot_id = lot.lot_id;
    insert into lot_uses (lot_id, transfer_id, amount) values (lot.lot_id, move, part);
    missing := missing - part;
  end loop;
end $$;

-- Takes back money that the gateway no longer has: out of the lots of the payment, and what was
-- spent already becomes a debt.
create function claw_back(paid payments, wallet bigint, cash bigint, sum bigint, now_is timestamptz)
returns void language plpgsql as $$
declare
  there bigint;
  move uuid := payment_move(paid.payment_id, paid.moves + 1);
begin
  select least(sum, coalesce(sum(remaining), 0)) into there
    from lots where payment_id = paid.payment_id;
  if there > 0 then
    perform post_transfer(move, 'CLAW', wallet, cash, there, paid.currency, paid.payment_id,
      'Taken back by the bank', now_is);
    perform use_payment(paid.payment_id, move, there);
  end if;
  if sum > there then
    perform post_transfer(payment_move(paid.payment_id, paid.moves + 2), 'CLAW',
      house_account('DEBTS', paid.currency, paid.team_id), cash, sum - there, paid.currency,
      paid.payment_id, 'Taken back by the bank after it was spent', now_is);
    insert into debts as d (team_id, currency, amount)
      values (paid.team_id, paid.currency, sum - there)
      on conflict (team_id, currency) do update set amount = d.amount + excluded.amount;
  end if;
  update payments set clawed = clawed + sum, moves = moves + 2
    where payment_id = paid.payment_id;
end $$;

-- Gives back what was taken; a lot of its own, since a lot never grows.
create function reinstate(paid payments, wallet bigint, cash bigint, sum bigint, now_is timestamptz)
returns void language plpgsql as $$
declare
  move uuid := payment_move(paid.payment_id, paid.moves + 1);
begin
  perform post_transfer(move, 'REINSTATEMENT', cash, wallet, sum, paid.currency, paid.payment_id,
    'Given back by the bank', now_is);
  insert into lots
      (lot_id, team_id, kind, priority, currency, amount, remaining, granted_at, payment_id)
    values (move, paid.team_id, 'TOP_UP', 25, paid.currency, sum, sum, now_is, paid.payment_id);
  update payments set reinstated = reinstated + sum, moves = moves + 1
    where payment_id = paid.payment_id;
end $$;

-- Pays debts with what can be spent; what is held with money that is not there any more waits for
-- other money. The team's row is locked.
create function collect_debts(who uuid, unit text, now_is timestamptz) returns void
language plpgsql as $$
declare
  wallet accounts;
  owed bigint;
  part bigint;
  move uuid := gen_random_uuid();
begin
  wallet := wallet_of(who, unit);
  update holds set funded = false
    where team_id = who and currency = unit and state = 'ACTIVE' and funded and wallet.balance < (
      select sum(h.amount) from holds h
      where h.team_id = who and h.currency = unit and h.state = 'ACTIVE' and h.funded);
  select amount into owed from debts where team_id = who and currency = unit and amount > 0;
  if not found then
    return;
  end if;
  part := least(owed, wallet.balance - set_aside(who, unit) + owed);
  if part > 0 then
    perform post_transfer(move, 'REPAYMENT', wallet.account_id, house_account('DEBTS', unit, who),
      part, unit, null, 'For what the bank took back after it was spent', now_is);
    perform use_lots(who, unit, move, part);
    update debts set amount = amount - part where team_id = who and currency = unit;
  end if;
end $$;

-- Whether somebody may be paying for it at this moment.
create function is_being_paid(hold uuid) returns boolean language plpgsql stable as $$
begin
  return exists (select from draft_lines l join drafts d using (payment_id)
    where l.hold_id = hold and d.state = 'OPEN');
end $$;

-- Money of a payment that is for an order, which has not got it yet, or has to be given back: nobody
-- spends it on something else.
create function meant_for_order(id uuid) returns bigint language plpgsql stable as $$
begin
  return coalesce((select amount from drafts
    where payment_id = id and state in ('OPEN', 'CANCELED', 'REFUND_DUE')), 0);
end $$;

-- Makes the wallet what the facts say, whatever came before. The team's row is locked. Of the house,
-- everybody locks CASH, GIFTS, SALES, DEBTS in this order. Debts are not paid with what is over.
create function settle_payment(id uuid, now_is timestamptz) returns void language plpgsql as $$
declare
  paid payments;
  wallet accounts;
  cash bigint;
  back bigint;
  contested bigint;
  lot record;
  part bigint;
begin
  select * into paid from payments where payment_id = id for update;
  if paid.state <> 'SUCCEEDED' then
    return;
  end if;
  wallet := wallet_of(paid.team_id, paid.currency);
  cash := house_account('CASH', paid.currency, paid.team_id);
  perform from accounts where account_id = cash for update;
  perform expire_lots(paid.team_id, now_is);
  if not exists (select from transfers where transfer_id = id) then
    perform post_transfer(id, 'TOP_UP', cash, wallet.account_id, paid.amount, paid.currency, id,
      'By card', now_is);
    insert into lots
        (lot_id, team_id, kind, priority, currency, amount, remaining, granted_at, payment_id)
      values (id, paid.team_id, 'TOP_UP', 25, paid.currency, paid.amount, paid.amount, now_is, id);
  end if;

  select least(paid.granted, i.refunded + coalesce(sum(d.amount) filter (
        where d.standing = 'LOST'), 0)), coalesce(sum(d.amount) filter (where d.standing = 'OPEN'), 0)
    into back, contested
    from payment_intents i left join disputes d using (intent)
    where i.payment_id = id group by i.refunded;
  back := coalesce(back, 0);
  -- Net of what was given back: else a later refund would take too little.
  if back > paid.clawed - paid.reinstated then
    perform claw_back(paid, wallet.account_id, cash, back - (paid.clawed - paid.reinstated), now_is);
  elsif back < paid.clawed - paid.reinstated then
    perform reinstate(paid, wallet.account_id, cash, paid.clawed - paid.reinstated - back, now_is);
  end if;

  -- Of an order that nobody could buy any more, all of it has to go back.
  update drafts set state = case when back < paid.granted then 'REFUND_DUE' else 'REFUNDED' end,
      next_try = case when back < paid.granted then coalesce(next_try, now_is) end
    where payment_id = id and state in ('REFUND_DUE', 'REFUNDED');
  contested := least(
    coalesce(contested, 0) + meant_for_order(id), paid.granted - back);
  for lot in select lot_id, remaining, frozen from lots
      where payment_id = id order by granted_at, lot_id loop
    part := least(contested, lot.remaining);
    update lots set frozen = part where lot_id = lot.lot_id and frozen <> part;
    contested := contested - part;
  end loop;
  perform collect_debts(paid.team_id, paid.currency, now_is);
end $$;

-- What became of a fact of the gateway: APPLIED, HEARD_BEFORE, KEPT until its payment is known,
-- NOT_OURS, or WRONG_AMOUNT, which nobody may book and is heard again if it is sent again. Without
-- an event it comes from our asking.
create function hear_gateway(
  message text, kind_of_message text, at timestamptz, payment uuid, session_name text,
  intent_name text, fact text, sum bigint, unit text, dispute_name text, why text, page_at text)
returns text language plpgsql as $$
declare
  now_is timestamptz := clock();
  known payment_intents;
  paid payments;
  who uuid;
  id uuid := payment;
begin
  if message is not null then
    insert into gateway_events (event, kind, said_at, heard_at)
      values (message, kind_of_message, at, now_is) on conflict do nothing;
    if not found then
      return 'HEARD_BEFORE';
    end if;
  end if;
  if intent_name is not null then
    insert into payment_intents (intent) values (intent_name) on conflict do nothing;
    select * into known from payment_intents where intent = intent_name for update;
    id := coalesce(known.payment_id, id);
  end if;
  if fact in ('REFUNDED', 'OPEN', 'LOST', 'WON') and unit is distinct from coalesce(
      (select currency from payments where payment_id = id), 'USD') then
    delete from gateway_events where event = message;
    return 'WRONG_AMOUNT';
  end if;
  if fact = 'REFUNDED' then
    update payment_intents set refunded = greatest(refunded, sum) where intent = intent_name;
  elsif fact in ('OPEN', 'LOST', 'WON') then
    insert into disputes as d (dispute, intent, amount, standing, said_at)
      values (dispute_name, intent_name, sum, fact, at)
      on conflict (dispute) do update
        set amount = excluded.amount, standing = excluded.standing, said_at = excluded.said_at
        where (excluded.standing <> 'OPEN', excluded.said_at, excluded.standing, excluded.amount)
          > (d.standing <> 'OPEN', d.said_at, d.standing, d.amount);
  end if;
  if id is null then
    return 'KEPT';
  end if;
  select team_id into who from payments where payment_id = id;
  if not found then
    return 'NOT_OURS';
  end if;
  perform lock_buyer(who);
  select * into paid from payments where payment_id = id for update;
  if fact = 'SUCCEEDED' and (sum, unit) is distinct from (paid.amount, paid.currency) then
    delete from gateway_events where event = message;
    return 'WRONG_AMOUNT';
  end if;
  update payments set
      session = coalesce(session, session_name), page = coalesce(page, page_at),
      intent = coalesce(intent, intent_name),
      -- That nobody answered us is no reason why a card was refused.
      reason = case when state = 'SUCCEEDED' then null when fact = 'UNKNOWN' then reason
        else coalesce(why, reason) end
    where payment_id = id;
  update payment_intents set payment_id = id where intent = intent_name and payment_id is null;
  if payment_rank(fact) > payment_rank(paid.state) then
    update payments set state = fact, asks = 0,
        -- Of an order while what it is for is still kept.
        next_ask = case when purpose = 'ORDER' and fact not in ('FAILED', 'SUCCEEDED')
          then least(now_is + ask_after(fact, 0),
            greatest(now_is, page_until) + interval '1 minute')
          else now_is + ask_after(fact, 0) end,
        granted = case fact when 'SUCCEEDED' then amount else 0 end,
        settled_at = case when fact in ('SUCCEEDED', 'FAILED') then now_is end,
        reason = case fact when 'SUCCEEDED' then null else reason end
      where payment_id = id;
    update drafts set next_try = now_is
      where payment_id = id and fact in ('SUCCEEDED', 'FAILED') and state in ('OPEN', 'CANCELED');
  end if;
  perform settle_payment(id, now_is);
  return 'APPLIED';
end $$;

-- Payments of which the gateway is to be asked now. They are not due again before their time, so
-- that two who ask do not ask the same.
create function payments_to_ask(most integer) returns setof payments language sql as $$
  update payments set asks = asks + 1, next_ask = clock() + ask_after(state, asks + 1)
  where payment_id in (
    select payment_id from payments where next_ask <= clock()
    order by next_ask limit most for update skip locked)
  returning *
$$;

-- What must never be of payments, beside faults().
create function payment_faults() returns table (rule text, what text) language sql stable as $$
  select 'a payment that succeeded is in the wallet once', p.payment_id::text from payments p
    where (select count(*) from transfers t where t.kind = 'TOP_UP' and t.reference = p.payment_id
        and t.amount = p.amount) <> case p.state when 'SUCCEEDED' then 1 else 0 end
  union all
  select 'what a payment gave is in its lots', p.payment_id::text from payments p
    where p.granted + p.reinstated <> (
      select coalesce(sum(amount), 0) from lots l where l.payment_id = p.payment_id)
  union all
  select 'what is taken back is written as taken back', p.payment_id::text from payments p
    where (p.clawed, p.reinstated) <> (
      select coalesce(sum(amount) filter (where kind = 'CLAW'), 0),
        coalesce(sum(amount) filter (where kind = 'REINSTATEMENT'), 0)
      from transfers t
      where t.reference = p.payment_id and t.kind in ('CLAW', 'REINSTATEMENT'))
  union all
  select 'what is taken back is what the gateway took', p.payment_id::text
    from payments p left join payment_intents i using (payment_id)
    where p.state = 'SUCCEEDED' and p.clawed - p.reinstated <> least(p.granted,
      coalesce(i.refunded, 0) + (
        select coalesce(sum(d.amount), 0) from disputes d
        where d.intent = i.intent and d.standing = 'LOST'))
  union all
  select 'what is contested is frozen, as far as it is there', p.payment_id::text
    from payments p left join payment_intents i using (payment_id)
    where p.state = 'SUCCEEDED' and (
      select coalesce(sum(frozen), 0) from lots l where l.payment_id = p.payment_id) <> least((
        select coalesce(sum(remaining), 0) from lots l where l.payment_id = p.payment_id),
      p.granted - (p.clawed - p.reinstated), meant_for_order(p.payment_id) + (
        select coalesce(sum(d.amount), 0) from disputes d
        where d.intent = i.intent and d.standing = 'OPEN'))
  union all
  select 'what is owed is on the books', currency from (
      select currency, amount from debts
      union all
      select currency, balance from accounts where kind = 'DEBTS') as owed
    group by currency having sum(amount) <> 0
  union all
  select 'an order by card is bought with its payment, and nothing else is', coalesce(
      d.payment_id, o.payment_id)::text
    from (select * from drafts where state = 'PAID') as d
    full join (select * from orders where payment_id is not null) as o using (payment_id)
    left join payments p on p.payment_id = d.payment_id
    where (o.order_id, o.team_id, o.amount, o.currency, p.state)
      is distinct from (d.order_id, d.team_id, d.amount, d.currency, 'SUCCEEDED')
  union all
  select 'what is bought by card is paid out of its payment', l.order_line_id::text
    from orders o join order_lines l using (order_id)
    where o.payment_id is not null and l.amount <> (
      select coalesce(sum(u.amount), 0) from lot_uses u join lots using (lot_id)
      where u.transfer_id = l.transfer_id and lots.payment_id = o.payment_id)
  union all
  select 'whose money came has its leads, has it back, or somebody sees to it', d.payment_id::text
    from drafts d join payments p using (payment_id)
    where p.state = 'SUCCEEDED' and case d.state when 'PAID' then false
      when 'REFUNDED' then p.clawed - p.reinstated < p.granted else d.next_try is null end
  union all
  select 'nothing is given back before it came', d.payment_id::text
    from drafts d join payments p using (payment_id)
    where d.state in ('PAID', 'REFUND_DUE', 'REFUNDED') and p.state <> 'SUCCEEDED'
  union all
  select 'a lot that was paid for has its payment', l.lot_id::text from lots l
    where l.kind = 'TOP_UP' and l.payment_id is not null and not exists (
      select from payments p where p.payment_id = l.payment_id and p.state = 'SUCCEEDED')
$$;
