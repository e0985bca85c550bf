-- What a review found in standing orders.

-- The version that the index refuses, whatever is tried: such an order is asked by hand.
alter table standing_orders add column refused_version bigint not null default 0;
create index standing_orders_refused on standing_orders (standing_order_id)
  where refused_version > 0;

-- As before, but in the order in which everybody locks: the offer, the house's accounts, then a lead's
-- availability, which a hold locks when somebody waits for the lead.
create or replace function buy_standing(
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
    -- Before the lead's availability, as whoever checks out or gives back: none waits for the other.
    perform is_on_sale(place.lead_id);
    perform from accounts
      where account_id = house_account('GIFTS', place.currency, mine.team_id) for update;
    perform from accounts
      where account_id = house_account('SALES', place.currency, mine.team_id) for update;
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

-- The terms that may have been in force then: clocks of functions differ by less than a minute.
create function terms_around(wanted uuid, moment timestamptz) returns setof standing_terms
language sql stable as $$
  select t.* from standing_terms t
  where t.standing_order_id = wanted and t.changed_at <= moment + interval '1 minute'
    and not exists (select from standing_terms later
      where later.standing_order_id = t.standing_order_id and later.version = t.version + 1
        and later.changed_at < moment - interval '1 minute')
$$;

-- The latest moment at which an hour may have begun where a team is: zones differ by quarters of one.
create function hour_start(moment timestamptz) returns timestamptz language sql stable as $$
  select max(date_trunc('hour', moment + shift) - shift)
  from unnest(array[interval '0', '15 minutes', '30 minutes', '45 minutes']) as shift
$$;

-- What must never be of standing orders; a part of all_faults(). Of caps those whose spans do not depend
-- on where the team is: it may have moved since.
create function standing_faults() returns table (rule text, what text) language sql stable as $$
  with bought as (
    select t.allocation_id, t.standing_order_id, s.team_id, a.lead_id, a.price, a.exclusive_price,
      o.team_id as buyer, o.placed_at, l.lead_id as line_lead, l.amount, l.exclusive
    from allocation_tries t
    join standing_orders s on s.standing_order_id = t.standing_order_id
    join allocations a on a.allocation_id = t.allocation_id
    join orders o on o.order_id = t.order_id
    left join order_lines l on l.order_id = t.order_id and l.hold_id = t.hold_id
    where t.answer = 'BOUGHT'
  )
  select 'a standing order buys for its own team, what was allocated',
      b.allocation_id || ' ' || b.standing_order_id
    from bought b
    where b.buyer <> b.team_id or b.line_lead is distinct from b.lead_id
  union all
  select 'a standing order buys by its terms', b.allocation_id || ' ' || b.standing_order_id
    from bought b
    where not exists (
      select from terms_around(b.standing_order_id, b.placed_at) t
      where t.state = 'ACTIVE' and t.act = 'BUY' and t.exclusive = b.exclusive
        and b.amount <= t.limit_amount
        and b.amount = case when t.exclusive then b.exclusive_price else b.price end)
  union all
  select 'a standing order buys no more than its caps', r.standing_order_id || ' ' || r.lead_id
    from standing_results r
    where r.outcome = 'BOUGHT' and not exists (
      select from terms_around(r.standing_order_id, r.at) t
      where not exists (
        select from unnest(t.cap_spans, t.cap_leads, t.cap_amounts) as c (span, leads, amount)
        cross join lateral (
          select count(*) as leads, sum(o.amount) as amount from standing_results o
          where o.standing_order_id = r.standing_order_id and o.outcome = 'BOUGHT'
            and o.at <= r.at and (c.span = 'total' or o.at >= hour_start(r.at))) as used
        where c.span in ('hour', 'total') and (used.leads > c.leads or used.amount > c.amount)))
  union all
  select 'what a standing order bought is among its results',
      b.allocation_id || ' ' || b.standing_order_id
    from bought b
    where not exists (
      select from standing_results r
      where r.standing_order_id = b.standing_order_id and r.lead_id = b.lead_id
        and r.outcome = 'BOUGHT' and r.allocation_id = b.allocation_id)
  union all
  select 'what a standing order says it bought was bought',
      r.standing_order_id || ' ' || r.lead_id
    from standing_results r
    where r.outcome = 'BOUGHT' and not exists (
      select from allocation_tries t
      where t.allocation_id = r.allocation_id and t.standing_order_id = r.standing_order_id
        and t.answer = 'BOUGHT')
  union all
  select 'an allocation can be decided again', a.allocation_id::text
    from allocations a where a.input not like 'rule %'
  union all
  select 'an allocation says who bought', a.allocation_id::text
    from allocations a
    where a.finished_at is not null and (
      select count(*) from regexp_matches(a.result, ' BOUGHT$', 'gn')) <> (
      select count(*) from allocation_tries t
      where t.allocation_id = a.allocation_id and t.answer = 'BOUGHT')
$$;

alter function all_faults() rename to faults_but_of_standing_orders;

create function all_faults() returns table (rule text, what text) language sql stable as $$
  select * from faults_but_of_standing_orders() union all select * from standing_faults()
$$;
