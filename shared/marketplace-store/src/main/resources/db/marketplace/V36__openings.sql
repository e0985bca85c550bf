-- What happens when a lead that was newly on sale opens to those without early access.

-- Who waits for the lead and could hold it now. Whoever lost early access while it waited, or waits for
-- what came back on sale, keeps its place, and nobody waits for it until then.
create function line_of(lead uuid) returns setof waits language sql stable as $$
  select w.* from waits w join buyers b on b.team_id = w.team_id
  where w.lead_id = lead and w.state = 'WAITING' and opens_at(b.plan, lead) <= clock()
$$;

-- How many come before this team: all, if it does not wait itself.
create or replace function ahead_of(who uuid, lead uuid) returns bigint language plpgsql stable as $$
begin
  -- Most leads have no line, and then nothing else is looked at.
  return (
    select count(*) from line_of(lead) w where w.nr < coalesce((
      select own.nr from waits own
      where own.team_id = who and own.lead_id = lead and own.state = 'WAITING'), w.nr + 1));
end $$;

-- When somebody can hold it next who does not wait for it: whoever waits gets what is free before.
create or replace function full_until(lead uuid) returns timestamptz language plpgsql stable as $$
begin
  return coalesce((
    select case state when 'FREE' then 'epoch'::timestamptz else hold_until end from slots
    where lead_id = lead and state <> 'SOLD' order by 1
    offset (select count(*) from line_of(lead))
    limit 1), '9999-12-31T00:00:00Z');
end $$;

-- Leads that somebody waits for who could hold it and of which a slot is free; the longest waited for,
-- first.
create or replace function leads_to_offer(most integer) returns setof uuid language plpgsql as $$
begin
  return query
    select w.lead_id from waits w
    join offers o on o.lead_id = w.lead_id join buyers b on b.team_id = w.team_id
    where w.state = 'WAITING' and o.standing = 'ON_SALE' and exists (
      select from slots s where s.lead_id = w.lead_id
        and (s.state = 'FREE' or (s.state = 'HELD' and s.hold_until <= clock())))
      and opens_at(b.plan, w.lead_id) <= clock()
    group by w.lead_id order by min(w.nr) limit most;
end $$;

-- As before, for the first of those for whom it is open.
create or replace function offer_slot(
  lead uuid, id uuid, out team uuid, out wait uuid, out answer hold_answer)
language plpgsql set plan_cache_mode = force_generic_plan as $$
declare
  buyer buyers;
  terms plans;
begin
  select team_id, wait_id into team, wait from line_of(lead) order by nr limit 1;
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
  elsif answer.outcome is null or answer.outcome in ('ALL_HELD', 'EARLY') then
    -- Somebody was faster, who makes the next offer; or it closed just then, and the place is kept.
    team := null;
  else
    update waits set state = 'PASSED', reason = answer.outcome, ended_at = clock()
      where wait_id = wait;
    perform doubt_availability(array[lead]);
  end if;
end $$;

-- An allocation that follows when the lead has opened, at the same price, for those who came too early.
-- Functions of before name the old key when they begin one; what they are told comes again until they are
-- replaced.
alter table allocations add column round smallint not null default 0 check (round >= 0);
alter table allocations drop constraint allocations_lead_id_version_revision_key;
alter table allocations add unique (lead_id, version, revision, round);

-- Whether somebody came too early, and when it was told that it has opened since.
alter table allocations add column early boolean not null default false;
alter table allocations add column opened_at timestamptz;
create index allocations_early on allocations (allocation_id) where early and opened_at is null;
