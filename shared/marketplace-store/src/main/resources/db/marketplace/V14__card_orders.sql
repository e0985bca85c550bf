-- Orders that are paid by card, in three steps, each of which may be the last that anybody does:
-- what is bought is written down and kept for its buyer (prepare_order); somebody pays, and no
-- transaction waits for it; what was paid for is bought, or the money goes back (finish_order).

create type draft_answer as (
  outcome    text,
  lead_id    uuid,
  amount     bigint,
  currency   text,
  payment_id uuid
);

-- Writes down what a team buys by card, and keeps it a little longer than somebody can pay for it.
-- The same order again is the same try to pay, until that has failed; then it is the next one.
create function prepare_order(
  who uuid, asker uuid, id uuid, wanted uuid[], expected bigint, unit text, line_ids uuid[],
  transfer_ids uuid[], page_time interval, grace interval) returns draft_answer
language plpgsql as $$
declare
  buyer buyers := lock_buyer(who);
  now_is timestamptz := clock();
  answer draft_answer;
  earlier drafts;
  hold holds;
  place integer;
  -- Those who have let too much go keep things no longer for saying that they will pay.
  kept_until timestamptz := (select clock() + page_time + grace from plans
    where plan = buyer.plan and buyer.unbought < patience);
begin
  answer.amount := 0;
  answer.currency := unit;
  select * into earlier from drafts
    where order_id = id and state <> 'CANCELED' order by state in ('OPEN', 'PAID') desc limit 1;
  if found then
    answer.outcome := case when earlier.team_id = who and earlier.amount = expected
      and earlier.currency = unit then 'PREPARED_BEFORE' else 'ID_REUSED' end;
    answer.payment_id := earlier.payment_id;
    return answer;
  end if;
  perform end_overdue_holds(who, now_is);
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
  if exists (select from debts where team_id = who and amount > 0) then
    answer.outcome := 'IN_DEBT';
    return answer;
  end if;

  -- Of one order, each try to pay is a payment of its own: a failed one cannot be paid any more.
  answer.payment_id := payment_move(id, (select count(*)::integer from drafts where order_id = id));
  perform start_payment(who, answer.payment_id, asker, expected, unit, page_time);
  update payments set purpose = 'ORDER' where payment_id = answer.payment_id;
  insert into drafts (payment_id, order_id, team_id, amount, currency)
    values (answer.payment_id, id, who, expected, unit);
  insert into draft_lines
    select answer.payment_id, w.nr, h.hold_id, line_ids[w.nr], transfer_ids[w.nr], h.amount,
      h.hold_until, h.last_until
    from unnest(wanted) with ordinality as w (hold_id, nr) join holds h using (hold_id);
  -- A card pays for it, so nothing of the wallet is set aside.
  update holds
    set hold_until = greatest(hold_until, kept_until), last_until = greatest(last_until, kept_until),
      funded = false
    where hold_id = any (wanted);
  update slots s set hold_until = h.hold_until
    from holds h where h.hold_id = any (wanted) and s.lead_id = h.lead_id and s.hold_id = h.hold_id;
  perform doubt_availability(array(
    select h.lead_id from holds h where h.hold_id = any (wanted)));
  answer.outcome := 'PREPARED';
  return answer;
end $$;

-- A hold for the team of a lead that it has paid for, made anew if the old one is over. What stands
-- in the way is raised: AQ409 for good, AQ503 for now.
create function regain_hold(who uuid, zone text, line draft_lines, now_is timestamptz) returns uuid
language plpgsql as $$
declare
  old holds;
  kept holds := lock_hold(who, line.hold_id);
  slot_nos smallint[];
  needed integer;
  slots_open integer;
  slots_own bigint;
  room record;
begin
  if not is_on_sale(kept.lead_id) then
    raise exception 'NOT_ON_SALE' using errcode = 'AQ409';
  end if;
  if kept.state = 'ACTIVE' then
    return kept.hold_id;
  end if;
  select * into old from holds where hold_id = line.hold_id;
  if old.state = 'ACTIVE' then
    raise exception 'just over' using errcode = 'AQ503';
  end if;
  select * into kept from holds
    where team_id = who and lead_id = old.lead_id and state = 'ACTIVE';
  if found and kept.exclusive = old.exclusive and (lock_hold(who, kept.hold_id)).state = 'ACTIVE' then
    return kept.hold_id;
  end if;
  select case when old.exclusive then count(*) else 1 end,
      count(*) filter (where state = 'FREE' or (state = 'HELD' and hold_until <= now_is)),
      count(*) filter (where holder_team = who and not (state = 'HELD' and hold_until <= now_is))
    into needed, slots_open, slots_own from slots where lead_id = old.lead_id;
  -- Whoever waits comes first, also before those who paid too late.
  if slots_own > 0 or slots_open - ahead_of(who, old.lead_id) < needed then
    raise exception 'TAKEN' using errcode = 'AQ409';
  end if;
  select room_of.* into room from room_of(who, zone, now_is);
  if exists (select from unnest(room.leads, room.amounts) as r (leads, amount)
      where r.leads < 1 or r.amount < line.amount) then
    raise exception 'OVER_LIMIT' using errcode = 'AQ409';
  end if;
  slot_nos := array(
    select slot_no from slots
    where lead_id = old.lead_id and (state = 'FREE' or (state = 'HELD' and hold_until <= now_is))
    order by holder_team is distinct from who, slot_no limit needed
    for update skip locked);
  if cardinality(slot_nos) < needed or exists (
      select from slots
      where lead_id = old.lead_id and holder_team = who and slot_no <> all (slot_nos)) then
    raise exception 'somebody looks at it' using errcode = 'AQ503';
  end if;
  kept := old;
  kept.hold_id := line.order_line_id;
  kept.state := 'ACTIVE';
  kept.amount := line.amount;
  kept.held_at := now_is;
  kept.hold_until := now_is + interval '1 minute';
  kept.last_until := kept.hold_until;
  kept.funded := false;
  kept.ended_at := null;
  insert into holds select kept.*;
  update slots set state = 'HELD', holder_team = who, hold_until = kept.hold_until,
      hold_id = kept.hold_id, exclusive = kept.exclusive
    where lead_id = kept.lead_id and slot_no = any (slot_nos);
  return kept.hold_id;
end $$;

create function leads_of(draft drafts) returns uuid[] language plpgsql stable as $$
begin
  return array(
    select h.lead_id from draft_lines l join holds h using (hold_id)
    where l.payment_id = draft.payment_id);
end $$;

-- Buys what a payment was for, with that payment. What stands in the way is raised.
create function buy_draft(draft drafts, paid payments, zone text, now_is timestamptz) returns void
language plpgsql as $$
declare
  lines draft_lines[] := array(
    select l from draft_lines l where l.payment_id = draft.payment_id order by l.place);
  line draft_lines;
  regained uuid[];
  hold holds;
  taken bigint;
begin
  if exists (select from orders where order_id = draft.order_id)
      or exists (select from drafts d where d.order_id = draft.order_id and d.state = 'OPEN'
        and d.payment_id <> draft.payment_id) then
    raise exception 'PAID_OTHERWISE' using errcode = 'AQ409';
  end if;
  if paid.clawed > paid.reinstated or exists (
      select from disputes where intent = paid.intent and standing = 'OPEN') then
    raise exception 'TAKEN_BACK' using errcode = 'AQ409';
  end if;
  perform from offers
    where lead_id = any (leads_of(draft)) order by lead_id for share;
  foreach line in array lines loop
    regained := regained || regain_hold(draft.team_id, zone, line, now_is);
  end loop;

  insert into orders (order_id, team_id, placed_by, amount, currency, placed_at, payment_id)
    values (draft.order_id, draft.team_id, paid.asked_by, draft.amount, draft.currency, now_is,
      draft.payment_id);
  perform post_transfers(array(select l.transfer_id from unnest(lines) as l), 'PURCHASE',
    (wallet_of(draft.team_id, draft.currency)).account_id,
    house_account('SALES', draft.currency, draft.team_id),
    array(select l.amount from unnest(lines) as l), draft.currency,
    array(select l.order_line_id from unnest(lines) as l), now_is);
  foreach line in array lines loop
    update holds set state = 'SOLD', ended_at = now_is where hold_id = regained[line.place]
      returning * into hold;
    if line.amount > 0 then
      perform use_payment(draft.payment_id, line.transfer_id, line.amount);
    end if;
    insert into order_lines (order_line_id, order_id, hold_id, lead_id, exclusive, amount,
        currency, price_book, transfer_id)
      values (line.order_line_id, draft.order_id, hold.hold_id, hold.lead_id, hold.exclusive,
        line.amount, draft.currency, hold.price_book,
        case when line.amount > 0 then line.transfer_id end);
    update slots
      set state = 'SOLD', hold_until = null, hold_id = null, order_line_id = line.order_line_id
      where lead_id = hold.lead_id and slots.hold_id = hold.hold_id;
    get diagnostics taken = row_count;
    if taken <> slots_of(hold) then
      raise exception 'the hold % has % slots', hold.hold_id, taken;
    end if;
  end loop;
  update buyers set unbought = 0 where team_id = draft.team_id and unbought <> 0;
  update drafts set state = 'PAID', next_try = null where payment_id = draft.payment_id;
  perform doubt_availability(leads_of(draft));
end $$;

-- What is held is held as long as without it, unless another try pays for it by now.
create function let_go(draft drafts, now_is timestamptz) returns void language plpgsql as $$
declare
  line draft_lines;
  hold holds;
begin
  for line in select l.* from draft_lines l where l.payment_id = draft.payment_id and not exists (
      select from draft_lines o join drafts d using (payment_id)
      where o.hold_id = l.hold_id and d.state = 'OPEN' and d.payment_id <> draft.payment_id) loop
    hold := lock_hold(draft.team_id, line.hold_id);
    if hold.state = 'ACTIVE' then
      update holds set hold_until = greatest(line.until_before, now_is),
          last_until = greatest(line.last_before, now_is)
        where hold_id = hold.hold_id;
      update slots set hold_until = greatest(line.until_before, now_is)
        where lead_id = hold.lead_id and hold_id = hold.hold_id;
    end if;
  end loop;
  perform end_overdue_holds(draft.team_id, now_is);
  perform doubt_availability(leads_of(draft));
end $$;

-- Brings an order by card as far as it can be brought now, and says how far that is: OPEN, PAID,
-- CANCELED, REFUND_DUE or REFUNDED; nothing if the payment is of no order. Again it changes nothing.
create function finish_order(id uuid) returns text language plpgsql as $$
declare
  who uuid;
  buyer buyers;
  now_is timestamptz;
  draft drafts;
  paid payments;
  why text;
begin
  select team_id into who from drafts where payment_id = id;
  if not found then
    return null;
  end if;
  buyer := lock_buyer(who);
  now_is := clock();
  select * into draft from drafts where payment_id = id;
  select * into paid from payments where payment_id = id for update;
  if draft.state not in ('OPEN', 'CANCELED') then
    return draft.state;
  end if;
  if paid.state = 'FAILED' then
    if draft.state = 'OPEN' then
      perform let_go(draft, now_is);
    end if;
    update drafts set state = 'CANCELED', next_try = null where payment_id = id;
    return 'CANCELED';
  elsif paid.state <> 'SUCCEEDED' then
    return draft.state;
  end if;
  perform end_overdue_holds(who, now_is);
  begin
    perform buy_draft(draft, paid, buyer.time_zone, now_is);
    return 'PAID';
  exception
    when sqlstate 'AQ503' then
      return draft.state;
    when sqlstate 'AQ409' then
      get stacked diagnostics why = message_text;
  end;
  perform let_go(draft, now_is);
  update drafts set reason = why,
      state = case when paid.clawed - paid.reinstated < paid.granted
        then 'REFUND_DUE' else 'REFUNDED' end,
      next_try = case when paid.clawed - paid.reinstated < paid.granted then now_is end
    where payment_id = id returning state into draft.state;
  return draft.state;
end $$;

-- Payments of orders that somebody has to finish now, or give back. They are not due again before
-- their time, so that two who come do not do the same.
create function orders_to_finish(most integer) returns setof payments language sql as $$
  with due as (
    update drafts set tries = tries + 1, next_try = clock() + ask_after('UNKNOWN', tries)
    where payment_id in (
      select payment_id from drafts where next_try <= clock()
      order by next_try limit most for update skip locked)
    returning payment_id
  )
  select p.* from due join payments p using (payment_id)
$$;
