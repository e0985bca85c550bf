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

-- Buys what is held, with what is in the wallet: all of it or nothing, in one transaction. The same
-- order again is the same order.
create or replace function check_out(
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

  for place in 1 .. cardinality(wanted) loop
    hold := lock_hold(who, wanted[place]);
    answer.lead_id := hold.lead_id;
    answer.outcome := case
      when hold.hold_id is null then 'UNKNOWN_HOLD'
      when hold.state <> 'ACTIVE' then hold.state
      when hold.currency <> unit then 'CART_CHANGED'
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
  answer.available := wallet.balance - (
    select coalesce(sum(h.amount), 0) from holds h
    where h.team_id = who and h.state = 'ACTIVE' and h.funded and h.currency = unit
      and h.hold_id <> all (wanted));
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
