-- What a receipt of a lead that was bought alone says, and whether it still holds.

-- Who could see it: a sale that was given back since it never arrived is as if it had not been. Only
-- the machine knows that: it looks at what was sent and opened. Whoever decides on an appeal may credit
-- what somebody has seen. Its names are bound here: a view that asks it has no path of its own.
create function was_undelivered(line uuid) returns boolean language sql stable
return exists (select from returns r join return_rulings d using (return_id)
  where r.order_line_id = line and r.reason = 'UNDELIVERED'
    and d.state = 'CREDITED' and d.decided_by is null and d.moved > 0);

create view exclusive_sales as
  select l.order_line_id, l.lead_id, o.team_id, o.placed_at, (
      select count(*) from order_lines b join orders p on p.order_id = b.order_id
      where b.lead_id = l.lead_id and b.order_line_id <> l.order_line_id
        and p.placed_at <= o.placed_at and not was_undelivered(b.order_line_id)) as sold_before,
    case when r.freed then 'GIVEN_BACK' when r.refunded >= l.amount then 'REFUNDED' end as ending,
    case when r.freed then r.freed_at
      when r.refunded >= l.amount then (
        select max(d.decided_at) from returns c join return_rulings d using (return_id)
        where c.order_line_id = l.order_line_id and d.moved > 0) end as ended_at
  from order_lines l join orders o on o.order_id = l.order_id
  left join line_returns r on r.order_line_id = l.order_line_id
  where l.exclusive;

-- As before, but a lead that nobody has seen may be had alone: what was credited since it never
-- arrived was given back by nobody who knows its seller.
create or replace function was_given_back(lead uuid) returns boolean language plpgsql stable as $$
begin
  return exists (select from line_returns r
    where r.lead_id = lead and r.freed and not was_undelivered(r.order_line_id));
end $$;

-- As before, but of what arrived: who buys alone may come after a sale that nobody saw.
create or replace function return_faults() returns table (rule text, what text)
language sql stable as $$
  select 'no more is given back than was paid', r.order_line_id::text
    from line_returns r join order_lines l using (order_line_id) where r.refunded > l.amount
  union all
  select 'what is given back is posted', r.order_line_id::text from line_returns r
    where r.refunded <> (
      select coalesce(sum(amount), 0) from transfers t
      where t.kind = 'RETURN' and t.reference = r.order_line_id)
  union all
  select 'what comes back to a wallet comes back to its lots', t.transfer_id::text
    from transfers t where t.kind = 'RETURN' and t.amount <> (
      select coalesce(-sum(u.amount), 0) from lot_uses u where u.transfer_id = t.transfer_id)
  union all
  select 'a lot gets back no more than was used of it', r.order_line_id || ' ' || u.lot_id
    from line_returns r join order_lines l using (order_line_id)
    join transfers t on (t.kind = 'RETURN' and t.reference = r.order_line_id)
      or t.transfer_id = l.transfer_id
    join lot_uses u on u.transfer_id = t.transfer_id
    group by r.order_line_id, u.lot_id having sum(u.amount) < 0
  union all
  select 'a return moved what its rulings say', r.return_id::text from returns r
    where (r.moved, r.rulings) <> (
      select coalesce(sum(moved), 0), count(*) from return_rulings d
      where d.return_id = r.return_id)
  union all
  select 'a lead is given back as far as its returns say', l.order_line_id::text
    from line_returns l where l.refunded <> (
      select coalesce(sum(moved), 0) from returns r where r.order_line_id = l.order_line_id)
  union all
  select 'only what is given back whole is sold again', r.order_line_id::text
    from line_returns r join order_lines l using (order_line_id)
    where r.freed and r.refunded <> l.amount
  union all
  select 'who gave a lead back does not have it again', r.order_line_id::text
    from line_returns r join slots s on s.lead_id = r.lead_id and s.holder_team = r.team_id
    where r.freed
  union all
  select 'what is worthless to everybody is not sold again', r.order_line_id::text
    from line_returns r where r.freed and exists (
      select from returns o join return_rulings d using (return_id)
      where o.order_line_id = r.order_line_id and not frees_slot(o.reason) and d.moved > 0
        and d.decided_at < r.freed_at)
  union all
  select 'who buys alone is the first who has it', l.order_line_id::text
    from line_returns r join order_lines earlier using (order_line_id)
    join orders before on before.order_id = earlier.order_id
    join order_lines l on l.lead_id = r.lead_id and l.exclusive
      and l.order_line_id <> r.order_line_id
    join orders o on o.order_id = l.order_id
    where r.freed and before.placed_at < o.placed_at and not was_undelivered(r.order_line_id)
  union all
  select 'what never arrived nobody has seen', r.return_id::text
    from returns r join return_rulings u using (return_id)
    where r.reason = 'UNDELIVERED' and u.state = 'CREDITED' and u.decided_by is null
      and u.moved > 0 and (
      exists (select from openings o
        where o.order_line_id = r.order_line_id and o.opened_at < u.decided_at)
      or exists (select from deliveries d where d.order_line_id = r.order_line_id and d.reached))
$$;
