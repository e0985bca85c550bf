-- Until when a lead cannot be held, as last told to others: free is the beginning of time, sold out
-- its end. The row is also what is locked when more than one slot of a lead matters. Those who write
-- it do so last, in the order of the leads, so that nobody waits in a circle.
create table availability (
  lead_id    uuid        primary key references offers (lead_id),
  change     bigint      not null default 0,
  full_until timestamptz not null default 'epoch',
  changed_at timestamptz not null default clock_timestamp(),
  -- Something has changed and nobody was told: somebody compares within a minute.
  in_doubt   boolean     not null default false
);

create index availability_changed on availability (changed_at);
create index availability_in_doubt on availability (lead_id) where in_doubt;
create index availability_full on availability (full_until)
  where full_until > 'epoch' and full_until < '9999-12-31T00:00:00Z';

-- When somebody can hold it next who does not wait for it: whoever waits gets what is free before.
create function full_until(lead uuid) returns timestamptz language plpgsql stable as $$
begin
  return coalesce((
    select case state when 'FREE' then 'epoch'::timestamptz else hold_until end from slots
    where lead_id = lead and state <> 'SOLD' order by 1
    offset (select count(*) from waits w where w.lead_id = lead and w.state = 'WAITING')
    limit 1), '9999-12-31T00:00:00Z');
end $$;

-- The leads' rows, locked; made when they are not there.
create function lock_availability(leads uuid[]) returns void language plpgsql as $$
declare
  lead uuid;
begin
  for lead in select distinct one from unnest(leads) as one order by one loop
    perform from availability where lead_id = lead for update;
    if not found then
      insert into availability (lead_id)
        select lead_id from offers where lead_id = lead on conflict do nothing;
      perform from availability where lead_id = lead for update;
    end if;
  end loop;
end $$;

-- Compares with what was told; a statement of its own behind the lock sees what others committed.
create function note_availability(leads uuid[])
returns table (lead_id uuid, change bigint, full_until timestamptz) language plpgsql as $$
begin
  perform lock_availability(leads);
  update availability a set in_doubt = false where a.lead_id = any (leads) and a.in_doubt;
  return query
    update availability a
    set change = a.change + 1, full_until = now_is.until, changed_at = clock_timestamp()
    from (
      -- What is over is told as free, whether it was written down yet or not.
      select b.lead_id, case when u.until <= clock() then 'epoch' else u.until end as until
      from availability b cross join lateral (select full_until(b.lead_id) as until) as u
      where b.lead_id = any (leads)) as now_is
    where a.lead_id = now_is.lead_id and a.full_until <> now_is.until
    returning a.lead_id, a.change, a.full_until;
end $$;

-- For those who change slots and tell nobody, last in their transaction.
create function doubt_availability(leads uuid[]) returns void language plpgsql as $$
begin
  perform lock_availability(leads);
  update availability a set in_doubt = true where a.lead_id = any (leads) and not a.in_doubt;
end $$;

-- Leads of which more may be known than was told: what was doubted, and what was full until now.
create function leads_in_doubt(most integer) returns setof uuid language sql stable as $$
  (select lead_id from availability where in_doubt limit most)
  union
  (select lead_id from availability
    where full_until > 'epoch' and full_until < '9999-12-31T00:00:00Z' and full_until <= clock()
    order by full_until limit most)
$$;
