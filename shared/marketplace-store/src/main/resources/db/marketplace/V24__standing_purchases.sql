-- How much of what it holds a team buys, of a hundred, in thirty days; somebody unknown has fifty, and
-- few holds move that little.
create function earned_points(who uuid, now_is timestamptz) returns integer language plpgsql stable as $$
begin
  return (
    select (100 * (count(*) filter (where state = 'SOLD') + 5) / (count(*) + 10))::integer
    from holds
    where team_id = who and held_at > now_is - interval '30 days' and state <> 'ACTIVE');
end $$;

-- Whether a cap of the order lets it buy one more for so much, counted where the team is. The team's
-- row is locked, and so two purchases of an order never count past each other.
create function has_cap_room(terms standing_terms, zone text, sum bigint, now_is timestamptz)
returns boolean language plpgsql stable as $$
begin
  return not exists (
    select from unnest(terms.cap_spans, terms.cap_leads, terms.cap_amounts) as c (span, leads, amount)
    cross join lateral (
      select count(*) as leads, coalesce(sum(r.amount), 0) as amount from standing_results r
      where r.standing_order_id = terms.standing_order_id and r.outcome = 'BOUGHT'
        and r.at >= span_start(c.span, now_is, zone)) as used
    where used.leads + 1 > c.leads or used.amount + sum > c.amount);
end $$;

create type standing_try as (
  answer   text,
  order_id uuid,
  hold_id  uuid,
  lead_id  uuid
);

-- Buys a lead for a standing order as its team would: holds it at the price that was allocated, and
-- checks out, or leaves nothing behind. Said once: asked again, it says the same. Nothing, if there is
-- no such allocation, or it is finished. Locks the allocation first, then the team: nobody who has a
-- team locked waits for an allocation.
create function buy_standing(
  allocation uuid, wanted uuid, matched_version bigint, new_hold uuid, new_order uuid, new_line uuid,
  new_transfer uuid)
returns setof standing_try language plpgsql as $$
declare
  now_is timestamptz := clock();
  place allocations;
  mine standing_orders;
  terms standing_terms;
  buyer buyers;
  said standing_try;
  held hold_answer;
  paid order_answer;
  cost bigint;
begin
  select * into place from allocations where allocation_id = allocation for update;
  if not found or place.finished_at is not null then
    return;
  end if;
  select answer, order_id, hold_id, place.lead_id into said from allocation_tries
    where allocation_id = allocation and standing_order_id = wanted;
  if found then
    return next said;
    return;
  end if;
  select * into mine from standing_orders where standing_order_id = wanted;
  buyer := lock_buyer(mine.team_id);
  -- Read again behind the lock: who changes an order has it as well.
  select * into mine from standing_orders where standing_order_id = wanted;
  select * into terms from standing_terms
    where standing_order_id = wanted and version = mine.version;
  cost := case when terms.exclusive then place.exclusive_price else place.price end;
  said.lead_id := place.lead_id;
  said.answer := case
    when mine.version <> matched_version then 'CHANGED'
    when terms.valid_until <= now_is then 'EXPIRED'
    when not has_cap_room(terms, buyer.time_zone, cost, now_is) then 'OVER_CAP'
    end;
  if said.answer is null then
    begin
      select h.* into held from hold_leads(mine.team_id, array[place.lead_id], array[cost],
        array[new_hold], terms.exclusive, true) as h;
      said.answer := case held.outcome
        when 'HELD' then 'BOUGHT'
        when 'HELD_BEFORE' then 'IN_CART'
        when 'HELD_OTHERWISE' then 'IN_CART'
        when 'ALL_HELD' then 'FULL'
        when 'SOLD_OUT' then 'FULL'
        else held.outcome end;
      if said.answer = 'BOUGHT' then
        paid := check_out(mine.team_id, mine.owner, new_order, array[new_hold], cost,
          place.currency, array[new_line], array[new_transfer]);
        if paid.outcome <> 'PAID' then
          raise exception using errcode = 'AQ402', message = paid.outcome;
        end if;
        said.order_id := new_order;
        said.hold_id := new_hold;
      end if;
    exception when sqlstate 'AQ402' then
      -- As if it had never been held.
      said.answer := sqlerrm;
    end;
  end if;
  insert into allocation_tries (allocation_id, standing_order_id, answer, order_id, hold_id)
    values (allocation, wanted, said.answer, said.order_id, said.hold_id);
  if said.answer = 'BOUGHT' then
    insert into standing_results as r
        (standing_order_id, lead_id, allocation_id, outcome, amount, currency, at)
      values (wanted, place.lead_id, allocation, 'BOUGHT', cost, place.currency, now_is)
      on conflict (standing_order_id, lead_id) do update
        set allocation_id = excluded.allocation_id, outcome = 'BOUGHT', reason = null,
          amount = excluded.amount, currency = excluded.currency, at = excluded.at, told_at = null;
  end if;
  return next said;
end $$;

-- Up to when what happened is told now by those who gather: the last eight o'clock where the team is,
-- of the day or of Monday. What was to be told at once and was too much for it waits no longer.
create function told_until(channel text, zone text, now_is timestamptz) returns timestamptz
language sql stable
as $$
  select case when channel = 'INSTANT' then now_is
    else (date_trunc(case channel when 'WEEKLY' then 'week' else 'day' end,
      (now_is at time zone zone) - interval '8 hours') + interval '8 hours') at time zone zone end
$$;
