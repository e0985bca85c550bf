-- Early access: what is newly on sale can be held by some plans only, for a first time. How long that
-- is, is one row for the whole house; nothing as it comes, so that nobody is shut out before somebody
-- decides it. From when it is open is computed at each look, and nothing has to happen when it opens.
alter table plans add column early_access boolean not null default false;
update plans set early_access = true where plan in ('premium', 'enterprise');

create table early_access (
  one  boolean  primary key default true check (one),
  time interval not null check (time between interval '0' and interval '1 day')
);

insert into early_access (time) values ('0');

-- From when a team of that plan can hold the lead; the beginning of time if it always could.
create function opens_at(of_plan text, lead uuid) returns timestamptz language plpgsql stable as $$
begin
  return coalesce((
    select o.published_at + e.time
    from early_access e, plans p, offers o
    where p.plan = of_plan and not p.early_access and e.time > interval '0' and o.lead_id = lead),
    '-infinity');
end $$;

-- What a hold of this lead would be for this team, and the slot to take, which is locked. Waits for
-- nobody: what others are about to take counts as taken. For so long after it came on sale the lead is
-- kept for others. The function without that time stays until a later release; nothing calls it.
create function look_at_lead(
  who uuid, lead uuid, expected bigint, whole boolean, longest interval, now_is timestamptz,
  has_line boolean, early interval, out answer hold_answer, out slot smallint, out book text)
language plpgsql as $$
declare
  offer record;
  own record;
  slots_total integer;
begin
  answer.lead_id := lead;
  answer.exclusive := whole;
  -- Who let a hold of the lead go waits for as long as it lasted, so that others have their turn.
  select o.standing, o.price, o.exclusive_price, o.currency, o.price_book, o.published_at,
      s.total, s.of_ours, (
      select max(ended_at + (ended_at - held_at)) from holds
      where team_id = who and lead_id = lead and state in ('RELEASED', 'EXPIRED')
        -- Longer than anybody holds, also who pays by card.
        and held_at > now_is - 2 * (longest + interval '1 hour')) as cool_at
    into offer
    from offers o cross join lateral (
      select count(*) as total, count(*) filter (where holder_team = who) as of_ours
      from slots where lead_id = o.lead_id) as s
    where o.lead_id = lead;
  if not found or offer.standing <> 'ON_SALE' then
    answer.outcome := 'NOT_ON_SALE';
    return;
  end if;
  book := offer.price_book;
  -- Offers that were written before there was a price for it cost all their slots.
  answer.amount := case when whole then coalesce(offer.exclusive_price, offer.price * offer.total)
    else offer.price end;
  answer.currency := offer.currency;

  if offer.of_ours > 0 then
    -- Of a hold of ours that is over, left because somebody else looked at it just then.
    with mine as (
      select s.lead_id, s.slot_no from slots s
      where s.lead_id = lead and s.holder_team = who and s.state = 'HELD'
        and s.hold_until <= now_is for update skip locked)
    update slots s
      set state = 'FREE', holder_team = null, hold_until = null, hold_id = null, exclusive = false
      from mine where s.lead_id = mine.lead_id and s.slot_no = mine.slot_no;

    select s.state as slot_state, s.hold_until <= now_is as is_over, h.* into own
      from slots s left join holds h on h.hold_id = s.hold_id
      where s.lead_id = lead and s.holder_team = who limit 1;
    if found then
      if own.slot_state = 'SOLD' then
        answer.outcome := 'ALREADY_OWNED';
      elsif own.is_over then
        -- Somebody else is about to take it.
        answer.outcome := 'ALL_HELD';
      elsif own.exclusive <> whole then
        answer.outcome := 'HELD_OTHERWISE';
      else
        answer.outcome := 'HELD_BEFORE';
        answer.hold_id := own.hold_id;
        answer.amount := own.amount;
        answer.currency := own.currency;
        answer.held_at := own.held_at;
        answer.hold_until := own.hold_until;
        answer.last_until := own.last_until;
        -- Those used so far: what is left depends on the plan, which is not known here.
        answer.extensions_left := own.extensions;
      end if;
      return;
    end if;
  end if;

  -- What a team gave back it is never sold again.
  if exists (select from line_returns r where r.team_id = who and r.lead_id = lead and r.freed) then
    answer.outcome := 'ALREADY_OWNED';
    return;
  end if;
  if whole and was_given_back(lead) then
    answer.outcome := 'SOLD_OUT';
    return;
  end if;
  -- Those that have early access come first, to what is newly on sale.
  if early > interval '0' and offer.published_at + early > now_is then
    answer.outcome := 'EARLY';
    answer.free_at := offer.published_at + early;
    return;
  end if;
  if offer.cool_at > now_is then
    answer.outcome := 'COOLING_DOWN';
    answer.free_at := offer.cool_at;
    return;
  end if;
  if answer.amount <> expected then
    answer.outcome := 'PRICE_CHANGED';
    return;
  end if;

  -- Whoever waits comes first: as many of the free slots are theirs. The lead is locked then, so
  -- that two who ask at once do not both count the same free slot.
  if has_line and ahead_of(who, lead) >= (case when whole then 1 else (
      select count(*) from slots
      where lead_id = lead and (state = 'FREE' or (state = 'HELD' and hold_until <= now_is))) end)
  then
    answer.outcome := case when exists (
        select from slots where lead_id = lead and state <> 'SOLD') then 'ALL_HELD'
      else 'SOLD_OUT' end;
    return;
  end if;

  if whole then
    -- Of two who want it alone, one gets the first slot; the other does not even try the rest.
    select slot_no into slot from slots
      where lead_id = lead and slot_no = 1
        and (state = 'FREE' or (state = 'HELD' and hold_until <= now_is))
      for update skip locked;
    if found then
      select count(*) into slots_total from (
        select from slots
        where lead_id = lead and (state = 'FREE' or (state = 'HELD' and hold_until <= now_is))
        order by slot_no for update skip locked) as taken;
    end if;
    -- Given back while we looked: it is known for sure once the slots are locked.
    if slot is null or slots_total < offer.total or was_given_back(lead) then
      slot := null;
    end if;
  else
    select slot_no into slot from slots
      where lead_id = lead and (state = 'FREE' or (state = 'HELD' and hold_until <= now_is))
      order by slot_no limit 1 for update skip locked;
  end if;
  if slot is not null then
    answer.outcome := 'HELD';
    return;
  end if;
  -- Who wants it alone needs the last of them.
  select case when whole then max(hold_until) filter (where state = 'HELD')
      else min(hold_until) filter (where state = 'HELD') end,
      case when count(*) filter (where state <> 'SOLD') = 0
        or (whole and (count(*) filter (where state = 'SOLD') > 0 or was_given_back(lead)))
        then 'SOLD_OUT'
      else 'ALL_HELD' end
    into answer.free_at, answer.outcome from slots where lead_id = lead;
end $$;

-- As before, with the time for which others come first: no statement more.
create or replace function hold_leads(
  who uuid, wanted uuid[], expected bigint[], ids uuid[], whole boolean, all_or_none boolean)
returns setof hold_answer language plpgsql set plan_cache_mode = force_generic_plan as $$
declare
  buyer buyers := lock_buyer(who);
  now_is timestamptz := clock();
  terms record;
  length interval;
  spans text[];
  room_leads bigint[];
  room_amounts bigint[];
  answers hold_answer[] := array_fill(null::hold_answer, array[cardinality(wanted)]);
  slots_found smallint[] := array_fill(null::smallint, array[cardinality(wanted)]);
  books text[] := array_fill(null::text, array[cardinality(wanted)]);
  looked record;
  answer hold_answer;
  place integer;
  taken integer := 0;
  spent bigint := 0;
  credit bigint;
  credit_unit text;
  refused boolean := false;
  has_lines boolean;
begin
  -- All that this depends on is looked at once, behind the lock.
  select p.*, h.open, h.overdue, case when p.early_access then interval '0' else e.time end as early,
      exists (select from lots
        where team_id = who and remaining > 0 and expires_at <= now_is) as has_late_lots,
      exists (select from limits where team_id = who) as is_limited
    into terms
    from plans p cross join early_access e cross join lateral (
      select count(*) as open, count(*) filter (where hold_until <= now_is) as overdue
      from holds where team_id = who and state = 'ACTIVE') as h
    where p.plan = buyer.plan;
  if terms.overdue > 0 then
    terms.open := terms.open - terms.overdue;
    buyer.unbought := buyer.unbought + end_overdue_holds(who, now_is);
  end if;
  if terms.has_late_lots then
    perform expire_lots(who, now_is);
  end if;
  if terms.is_limited then
    select * into spans, room_leads, room_amounts from room_of(who, buyer.time_zone, now_is);
  end if;
  length := terms.hold_time;
  if buyer.unbought >= terms.patience then
    length := least(length, terms.impatient_time);
    terms.extensions := 0;
  end if;

  -- All of them and in their order, before any slot is, and after the accounts that lots end on, as
  -- whoever buys.
  has_lines := exists (
    select from waits where lead_id = any (wanted) and state = 'WAITING');
  if has_lines then
    perform lock_availability(wanted);
  end if;
  for place in select nr from unnest(wanted) with ordinality as w (lead, nr) order by lead loop
    looked := look_at_lead(
      who, wanted[place], expected[place], whole, terms.longest_hold, now_is, has_lines,
      terms.early);
    answers[place] := looked.answer;
    slots_found[place] := looked.slot;
    books[place] := looked.book;
  end loop;

  for place in 1 .. cardinality(wanted) loop
    answer := answers[place];
    if answer.outcome = 'HELD' then
      for nr in 1 .. coalesce(cardinality(spans), 0) loop
        if room_leads[nr] <= taken or room_amounts[nr] < spent + answer.amount then
          answer.span := spans[nr];
          exit;
        end if;
      end loop;
      if answer.span is not null then
        answer.outcome := 'OVER_LIMIT';
      elsif terms.open + taken >= terms.open_holds then
        answer.outcome := 'TOO_MANY_HOLDS';
      else
        taken := taken + 1;
        spent := spent + answer.amount;
        answer.hold_id := ids[place];
        answer.held_at := now_is;
        answer.hold_until := now_is + length;
        answer.last_until := now_is + greatest(
          length, case when terms.extensions > 0 then terms.longest_hold else length end);
      end if;
      answers[place] := answer;
    end if;
    if answer.outcome = 'HELD_BEFORE' then
      answers[place].extensions_left := greatest(0, terms.extensions - answer.extensions_left);
    elsif answer.outcome = 'HELD' then
      answers[place].extensions_left := terms.extensions;
    else
      refused := true;
    end if;
  end loop;

  for place in 1 .. cardinality(wanted) loop
    answer := answers[place];
    if answer.outcome = 'HELD' and all_or_none and refused then
      answers[place] := row(answer.lead_id, 'OTHERS_REFUSED', null, whole, answer.amount,
        answer.currency, null, null, null, null, null, null)::hold_answer;
    elsif answer.outcome = 'HELD' then
      if credit_unit is distinct from answer.currency then
        credit_unit := answer.currency;
        select coalesce(sum(balance), 0) - set_aside(who, credit_unit) into credit
          from accounts where team_id = who and currency = credit_unit;
      end if;
      insert into holds (hold_id, team_id, lead_id, exclusive, amount, currency, price_book,
          held_at, hold_until, last_until, funded)
        values (answer.hold_id, who, answer.lead_id, whole, answer.amount, answer.currency,
          books[place], answer.held_at, answer.hold_until, answer.last_until,
          credit >= answer.amount);
      if credit >= answer.amount then
        credit := credit - answer.amount;
      end if;
      update slots
        set state = 'HELD', holder_team = who, hold_until = answer.hold_until,
          hold_id = answer.hold_id, exclusive = whole
        where lead_id = answer.lead_id and (whole or slot_no = slots_found[place]);
      if has_lines then
        update waits set state = 'OFFERED', ended_at = now_is, hold_id = answer.hold_id
          where team_id = who and lead_id = answer.lead_id and state = 'WAITING';
      end if;
    end if;
  end loop;
  return query select * from unnest(answers);
end $$;

-- As before: who may not hold it yet may not wait for it, either.
create or replace function join_line(who uuid, lead uuid, id uuid, out outcome text, out ahead bigint)
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
    when opens_at(buyer.plan, lead) > now_is then 'EARLY'
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

-- When the team was told that an invoice could not be paid: once, whoever found it out. Those from before
-- count as told.
alter table dunnings add column told_at timestamptz;
update dunnings set told_at = failed_at;
create index dunnings_untold on dunnings (failed_at) where told_at is null and ended_at is null;
