create table orders (
  order_id  uuid        primary key,
  team_id   uuid        not null references buyers,
  placed_by uuid        not null,
  amount    bigint      not null check (amount >= 0),
  currency  text        not null,
  placed_at timestamptz not null
);

create index orders_of_team on orders (team_id, placed_at desc);

create table order_lines (
  order_line_id uuid    primary key,
  order_id      uuid    not null references orders,
  hold_id       uuid    not null unique references holds,
  lead_id       uuid    not null,
  exclusive     boolean not null,
  amount        bigint  not null check (amount >= 0),
  currency      text    not null,
  price_book    text    not null,
  -- Of a lead that costs nothing there is none.
  transfer_id   uuid    unique references transfers,
  check ((transfer_id is null) = (amount = 0))
);

create index order_lines_of_order on order_lines (order_id);
create index order_lines_of_lead on order_lines (lead_id);

-- No slot is sold without a line of an order, and no line without its money.
alter table slots add foreign key (order_line_id) references order_lines;
alter table slots add check ((state = 'SOLD') = (order_line_id is not null));

-- Puts money into a wallet, once for each id. Says what became of it: GRANTED, GRANTED_BEFORE, or
-- ID_REUSED when the id is of another transfer.
create function grant_credit(
  who uuid, id uuid, what text, sum bigint, unit text, rank integer, expires timestamptz, why text)
returns text language plpgsql as $$
declare
  buyer buyers := lock_buyer(who);
  now_is timestamptz := clock();
  wallet accounts := wallet_of(who, unit);
  earlier transfers;
begin
  select * into earlier from transfers where transfer_id = id;
  if found then
    return case when earlier.credit = wallet.account_id and earlier.amount = sum
      and earlier.kind = what then 'GRANTED_BEFORE' else 'ID_REUSED' end;
  end if;
  perform post_transfer(id, what,
    house_account(case what when 'GIFT' then 'GIFTS' else 'CASH' end, unit, who),
    wallet.account_id, sum, unit, null, why, now_is);
  insert into lots
      (lot_id, team_id, kind, priority, currency, amount, remaining, granted_at, expires_at)
    values (id, who, what, rank, unit, sum, sum, now_is, expires);
  return 'GRANTED';
end $$;

-- Until the end of the transaction, too: nobody takes it off sale while it is being bought.
create function is_on_sale(lead uuid) returns boolean language plpgsql as $$
begin
  perform from offers where lead_id = lead and standing = 'ON_SALE' for share;
  return found;
end $$;

create type order_answer as (
  outcome   text,
  lead_id   uuid,
  amount    bigint,
  available bigint,
  currency  text,
  placed_at timestamptz
);

-- Buys what is held, with what is in the wallet: all of it or nothing, in one transaction. The same
-- order again is the same order.
create function check_out(
  who uuid, buyer_user uuid, id uuid, wanted uuid[], expected bigint, unit text, line_ids uuid[],
  transfer_ids uuid[]) returns order_answer
language plpgsql set plan_cache_mode = force_generic_plan as $$
declare
  buyer buyers := lock_buyer(who);
  now_is timestamptz := clock();
  answer order_answer;
  wallet accounts;
  earlier orders;
  hold holds;
  place integer;
  taken bigint;
  sales bigint;
  paid bigint[];
begin
  select * into earlier from orders where order_id = id;
  if found then
    answer.outcome := case when earlier.team_id = who and earlier.amount = expected
      and earlier.currency = unit and wanted <@ array(
        select hold_id from order_lines where order_id = id) then 'PAID_BEFORE' else 'ID_REUSED' end;
    answer.amount := earlier.amount;
    answer.currency := earlier.currency;
    answer.placed_at := earlier.placed_at;
    return answer;
  end if;
  perform end_overdue_holds(who, now_is);
  perform expire_lots(who, now_is);
  answer.amount := 0;
  answer.currency := unit;
  answer.placed_at := now_is;
  -- As whoever publishes many: in the order of their ids, so that nobody waits for each other.
  perform from offers
    where lead_id in (
      select h.lead_id from holds h where h.hold_id = any (wanted) and h.team_id = who)
    order by lead_id for share;

  for place in 1 .. cardinality(wanted) loop
    hold := lock_hold(who, wanted[place]);
    answer.lead_id := hold.lead_id;
    answer.outcome := case
      when hold.hold_id is null then 'UNKNOWN_HOLD'
      when hold.state <> 'ACTIVE' then hold.state
      when hold.currency <> unit then 'CART_CHANGED'
      when is_being_paid(hold.hold_id) then 'BEING_PAID'
      when not is_on_sale(hold.lead_id) then 'NOT_ON_SALE'
      end;
    if answer.outcome is not null then
      return answer;
    end if;
    answer.amount := answer.amount + hold.amount;
  end loop;
  answer.lead_id := null;
  if answer.amount <> expected then
    answer.outcome := 'CART_CHANGED';
    return answer;
  end if;
  wallet := wallet_of(who, unit);
  -- What is set aside for other holds is not there for these.
  answer.available := wallet.balance - set_aside(who, unit) + (
    select coalesce(sum(h.amount), 0) from holds h where h.hold_id = any (wanted) and h.funded);
  if answer.available < answer.amount then
    answer.outcome := 'TOO_LITTLE_CREDIT';
    return answer;
  end if;

  insert into orders (order_id, team_id, placed_by, amount, currency, placed_at)
    values (id, who, buyer_user, answer.amount, unit, now_is);
  sales := house_account('SALES', unit, who);
  paid := array(
    select h.amount from unnest(wanted) with ordinality as w (hold_id, nr)
    join holds h using (hold_id) order by w.nr);
  perform post_transfers(transfer_ids, 'PURCHASE', wallet.account_id, sales, paid, unit, line_ids,
    now_is);
  for place in 1 .. cardinality(wanted) loop
    update holds set state = 'SOLD', ended_at = now_is where hold_id = wanted[place]
      returning * into hold;
    if hold.amount > 0 then
      perform use_lots(who, unit, transfer_ids[place], hold.amount);
    end if;
    insert into order_lines (order_line_id, order_id, hold_id, lead_id, exclusive, amount,
        currency, price_book, transfer_id)
      values (line_ids[place], id, hold.hold_id, hold.lead_id, hold.exclusive, hold.amount, unit,
        hold.price_book, case when hold.amount > 0 then transfer_ids[place] end);
    update slots
      set state = 'SOLD', hold_until = null, hold_id = null, order_line_id = line_ids[place]
      where lead_id = hold.lead_id and slots.hold_id = hold.hold_id;
    get diagnostics taken = row_count;
    if taken <> slots_of(hold) then
      raise exception 'the hold % has % slots', hold.hold_id, taken;
    end if;
  end loop;
  update buyers set unbought = 0 where team_id = who and unbought <> 0;
  answer.outcome := 'PAID';
  return answer;
end $$;
