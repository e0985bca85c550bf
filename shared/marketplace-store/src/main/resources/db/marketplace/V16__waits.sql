-- Teams that wait for a lead of which nobody can hold a slot, in the order of their coming. A team
-- has one place in each line, and no place for long: OFFERED when it was given a hold, PASSED when
-- it could not take it, LEFT when it did not want to wait any longer.
create table waits (
  wait_id  uuid        primary key,
  nr       bigint      generated always as identity,
  team_id  uuid        not null references buyers,
  lead_id  uuid        not null references offers (lead_id),
  state    text        not null default 'WAITING'
    check (state in ('WAITING', 'OFFERED', 'PASSED', 'LEFT')),
  since    timestamptz not null,
  ended_at timestamptz,
  -- The hold that was given, or why none could be.
  hold_id  uuid        unique references holds,
  reason   text,
  check ((state = 'WAITING') = (ended_at is null)),
  check ((state = 'OFFERED') = (hold_id is not null)),
  check ((state = 'PASSED') = (reason is not null))
);

create unique index waits_one_place on waits (team_id, lead_id) where state = 'WAITING';
create unique index waits_in_line on waits (lead_id, nr) where state = 'WAITING';
create index waits_of_team on waits (team_id, nr desc);

-- How many wait for the lead before this team: all, if it does not wait itself.
create function ahead_of(who uuid, lead uuid) returns bigint language plpgsql stable as $$
begin
  return (
    select count(*) from waits w where w.lead_id = lead and w.state = 'WAITING' and w.nr < coalesce((
      select own.nr from waits own
      where own.team_id = who and own.lead_id = lead and own.state = 'WAITING'), w.nr + 1));
end $$;

-- Puts the team at the end of the line; a second time it keeps its place. Says how many are before
-- it, or why it cannot wait.
create function join_line(who uuid, lead uuid, id uuid, out outcome text, out ahead bigint)
language plpgsql set plan_cache_mode = force_generic_plan as $$
declare
  buyer buyers := lock_buyer(who);
  now_is timestamptz := clock();
  found_slots record;
begin
  perform end_overdue_holds(who, now_is);
  perform lock_availability(array[lead]);
  select count(*) filter (where state = 'FREE' or (state = 'HELD' and hold_until <= now_is)) as free,
      count(*) filter (where state <> 'SOLD') as unsold,
      bool_or(holder_team = who and state = 'SOLD') as is_owned,
      bool_or(holder_team = who and state = 'HELD') as is_held
    into found_slots from slots where lead_id = lead;
  outcome := case
    when not exists (select from offers where lead_id = lead and standing = 'ON_SALE')
      then 'NOT_ON_SALE'
    when found_slots.is_owned then 'ALREADY_OWNED'
    when found_slots.is_held then 'HELD_BEFORE'
    when exists (select from waits
      where team_id = who and lead_id = lead and state = 'WAITING') then 'WAITING_BEFORE'
    when found_slots.unsold = 0 then 'SOLD_OUT'
    when found_slots.free > ahead_of(who, lead) then 'FREE'
    when (select count(*) from waits where team_id = who and state = 'WAITING') >= (
      select open_holds from plans where plan = buyer.plan) then 'TOO_MANY_WAITS'
    else 'WAITING' end;
  if outcome = 'WAITING' then
    insert into waits (wait_id, team_id, lead_id, since) values (id, who, lead, now_is);
    perform doubt_availability(array[lead]);
  end if;
  ahead := ahead_of(who, lead);
end $$;

create function leave_line(who uuid, lead uuid) returns boolean language plpgsql as $$
declare
  buyer buyers := lock_buyer(who);
begin
  update waits set state = 'LEFT', ended_at = clock()
    where team_id = who and lead_id = lead and state = 'WAITING';
  if not found then
    return false;
  end if;
  perform doubt_availability(array[lead]);
  return true;
end $$;

-- Leads that somebody waits for and of which a slot is free; the longest waited for, first.
create function leads_to_offer(most integer) returns setof uuid language plpgsql as $$
begin
  return query
    select w.lead_id from waits w join offers o on o.lead_id = w.lead_id
    where w.state = 'WAITING' and o.standing = 'ON_SALE' and exists (
      select from slots s where s.lead_id = w.lead_id
        and (s.state = 'FREE' or (s.state = 'HELD' and s.hold_until <= clock())))
    group by w.lead_id order by min(w.nr) limit most;
end $$;

-- Holds a free slot of the lead for whoever waits first, as if that team had asked: its row is the
-- only one of a team that is locked. A team that cannot take it loses its place, and says why.
-- Nothing, if nobody waits or nothing is free (any more).
create function offer_slot(lead uuid, id uuid, out team uuid, out wait uuid, out answer hold_answer)
language plpgsql set plan_cache_mode = force_generic_plan as $$
declare
  buyer buyers;
  terms plans;
begin
  select team_id, wait_id into team, wait from waits
    where lead_id = lead and state = 'WAITING' order by nr limit 1;
  if team is null then
    return;
  end if;
  buyer := lock_buyer(team);
  perform from waits where wait_id = wait and state = 'WAITING';
  if found then
    select h.* into answer from hold_leads(
      team, array[lead], array[null::bigint], array[id], false, true) as h;
  end if;
  if answer.outcome = 'HELD' then
    select * into terms from plans where plan = buyer.plan;
    select * into buyer from buyers where team_id = team;
    if buyer.unbought < terms.patience then
      answer.hold_until := greatest(answer.hold_until, answer.held_at + terms.offer_time);
      answer.last_until := greatest(answer.last_until, answer.hold_until);
      update holds set hold_until = answer.hold_until, last_until = answer.last_until
        where hold_id = id;
      update slots set hold_until = answer.hold_until where lead_id = lead and hold_id = id;
    end if;
  elsif answer.outcome is null or answer.outcome = 'ALL_HELD' then
    -- Somebody was faster; whoever it was makes the next offer.
    team := null;
  else
    update waits set state = 'PASSED', reason = answer.outcome, ended_at = clock()
      where wait_id = wait;
    perform doubt_availability(array[lead]);
  end if;
end $$;
