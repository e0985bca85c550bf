create table limits (
  team_id    uuid    not null references buyers,
  span       text    not null check (span in ('hour', 'day', 'week', 'month', 'total')),
  max_leads  integer check (max_leads >= 0),
  max_amount bigint  check (max_amount >= 0),
  primary key (team_id, span),
  check (max_leads is not null or max_amount is not null)
);

-- One row for each hold that ever was. ACTIVE and over is over: EXPIRED is only written later.
create table holds (
  hold_id    uuid        primary key,
  team_id    uuid        not null references buyers,
  lead_id    uuid        not null,
  exclusive  boolean     not null,
  state      text        not null default 'ACTIVE'
    check (state in ('ACTIVE', 'SOLD', 'RELEASED', 'EXPIRED')),
  amount     bigint      not null check (amount >= 0),
  currency   text        not null,
  price_book text        not null,
  held_at    timestamptz not null,
  hold_until timestamptz not null check (hold_until > held_at),
  last_until timestamptz not null check (last_until >= hold_until),
  extensions integer     not null default 0 check (extensions >= 0),
  -- Money that is there is set aside; without, it has to come before the purchase.
  funded     boolean     not null,
  ended_at   timestamptz,
  check ((state = 'ACTIVE') = (ended_at is null))
);

create unique index holds_open on holds (team_id, lead_id) where state = 'ACTIVE';
create index holds_of_team on holds (team_id, held_at);
create index holds_let_go on holds (team_id, lead_id) where state in ('RELEASED', 'EXPIRED');
create index holds_over on holds (hold_until) where state = 'ACTIVE';

-- Nobody could hold before: every slot that is held has its hold.
alter table slots add column hold_id uuid;
alter table slots add check ((state = 'HELD') = (hold_id is not null));

-- The beginning of the hour, day, week (from Monday) or month where the team is.
create function span_start(span text, at timestamptz, time_zone text) returns timestamptz
language sql stable
as $$
  select case when span = 'total' then '-infinity'::timestamptz
    else date_trunc(span, at, time_zone) end
$$;

-- Writes down what has ended by itself, of a team whose row is locked; says how many there were. A
-- slot that somebody else is about to take is left to them.
create function end_overdue_holds(who uuid, now_is timestamptz) returns integer
language plpgsql as $$
declare
  many integer;
begin
  perform from holds where team_id = who and state = 'ACTIVE' and hold_until <= now_is limit 1;
  if not found then
    return 0;
  end if;
  with overdue as (
    update holds set state = 'EXPIRED', ended_at = hold_until
    where team_id = who and state = 'ACTIVE' and hold_until <= now_is
    returning hold_id, lead_id
  ), ours as (
    select s.lead_id, s.slot_no from slots s
    join overdue o on o.lead_id = s.lead_id and o.hold_id = s.hold_id
    for update of s skip locked
  ), freed as (
    update slots s
    set state = 'FREE', holder_team = null, hold_until = null, hold_id = null, exclusive = false
    from ours where s.lead_id = ours.lead_id and s.slot_no = ours.slot_no
  )
  select count(*) into many from overdue;
  update buyers set unbought = unbought + many where team_id = who;
  return many;
end $$;

-- What cannot be spent: what is set aside for holds that are not over, what a bank contests, and
-- debts. In this language, here as below, since a function of SQL is planned again whenever it is
-- called.
create function set_aside(who uuid, unit text) returns bigint language plpgsql stable as $$
begin
  return (
    (select coalesce(sum(amount), 0) from holds
      where team_id = who and state = 'ACTIVE' and funded and currency = unit)
    + (select coalesce(sum(frozen), 0) from lots
      where team_id = who and currency = unit and remaining > 0)
    + (select coalesce(sum(amount), 0) from debts where team_id = who and currency = unit));
end $$;

-- Takes back what was not spent in time. Money that is set aside for a hold stays until it is used
-- or the hold has ended; debts keep nothing, since what is over pays none. The team's row is locked;
-- gifts first, since everybody locks the house's accounts in that order: CASH, GIFTS, SALES, DEBTS.
create function expire_lots(who uuid, now_is timestamptz) returns void language plpgsql as $$
declare
  lot lots;
  wallet accounts;
  part bigint;
  id uuid;
begin
  for lot in select * from lots where team_id = who and remaining > 0 and expires_at <= now_is
      order by kind, currency, expires_at, lot_id loop
    wallet := wallet_of(who, lot.currency);
    part := least(lot.remaining - lot.frozen, wallet.balance - set_aside(who, lot.currency)
      + coalesce((select amount from debts where team_id = who and currency = lot.currency), 0));
    if part > 0 then
      id := gen_random_uuid();
      perform post_transfer(id, 'EXPIRY', wallet.account_id,
        house_account(case lot.kind when 'GIFT' then 'GIFTS' else 'SALES' end, lot.currency, who),
        part, lot.currency, lot.lot_id, null, now_is);
      update lots set remaining = remaining - part where lot_id = lot.lot_id;
      insert into lot_uses (lot_id, transfer_id, amount) values (lot.lot_id, id, part);
    end if;
  end loop;
end $$;

create type hold_answer as (
  lead_id         uuid,
  outcome         text,
  hold_id         uuid,
  exclusive       boolean,
  amount          bigint,
  currency        text,
  held_at         timestamptz,
  hold_until      timestamptz,
  last_until      timestamptz,
  extensions_left integer,
  free_at         timestamptz,
  span            text
);

-- What a hold of this lead would be for this team, and the slot to take, which is locked. Waits for
-- nobody: what others are about to take counts as taken.
create function look_at_lead(
  who uuid, lead uuid, expected bigint, whole boolean, longest interval, now_is timestamptz,
  has_line boolean, out answer hold_answer, out slot smallint, out book text)
language plpgsql as $$
declare
  offer record;
  own record;
  slots_total integer;
begin
  answer.lead_id := lead;
  answer.exclusive := whole;
  -- Who let a hold of the lead go waits for as long as it lasted, so that others have their turn.
  select o.standing, o.price, o.exclusive_price, o.currency, o.price_book, s.total, s.of_ours, (
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
    if slot is null or slots_total < offer.total then
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
        or (whole and count(*) filter (where state = 'SOLD') > 0) then 'SOLD_OUT'
      else 'ALL_HELD' end
    into answer.free_at, answer.outcome from slots where lead_id = lead;
end $$;

-- How much room the team's limits leave, from the narrowest span to the widest. Without a limit of
-- leads, or of money, there is no end to that room, and null stands for it.
create function room_of(
  who uuid, zone text, now_is timestamptz, out spans text[], out leads bigint[],
  out amounts bigint[])
language plpgsql stable as $$
begin
  select array_agg(l.span order by s.nr), array_agg(l.max_leads - used.leads order by s.nr),
      array_agg(l.max_amount - used.amount order by s.nr)
    into spans, leads, amounts
    from limits l
    join unnest(array['hour', 'day', 'week', 'month', 'total']) with ordinality as s (span, nr)
      on s.span = l.span
    cross join lateral (
      select count(*) as leads, coalesce(sum(h.amount), 0)::bigint as amount from holds h
      where h.team_id = who and h.held_at >= span_start(l.span, now_is, zone)
        and h.state in ('ACTIVE', 'SOLD')) as used
    where l.team_id = who;
end $$;

-- Holds leads for a team: all or none of them, or as many as can be had. One answer for each, in
-- the order asked. A hold moves its slot, what the team's limits count and what is set aside in one
-- transaction: the last two are read from the holds themselves, so that nothing can drift apart.
-- Without generic plans half of the time would be spent on planning the same statements again.
create function hold_leads(
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
  select p.*, h.open, h.overdue,
      exists (select from lots
        where team_id = who and remaining > 0 and expires_at <= now_is) as has_late_lots,
      exists (select from limits where team_id = who) as is_limited
    into terms
    from plans p cross join lateral (
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
      who, wanted[place], expected[place], whole, terms.longest_hold, now_is, has_lines);
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

-- How many slots a hold has.
create function slots_of(hold holds) returns bigint language plpgsql stable as $$
begin
  return case when hold.exclusive
    then (select count(*) from slots where lead_id = hold.lead_id) else 1 end;
end $$;

-- The hold of the team as it is, with its slots locked; nothing if there is none. The team's row is
-- locked.
create function lock_hold(who uuid, hold uuid, out kept holds)
language plpgsql as $$
declare
  locked bigint;
begin
  select * into kept from holds where hold_id = hold and team_id = who;
  if kept.state = 'ACTIVE' then
    -- While we were waiting, its time may have come, and somebody else, if only for one of them.
    select count(*) into locked from (
      select from slots where lead_id = kept.lead_id and hold_id = hold for update) as ours;
    if locked < slots_of(kept) then
      kept.state := 'EXPIRED';
    end if;
  end if;
end $$;

create function extend_hold(who uuid, hold uuid) returns setof hold_answer
language plpgsql set plan_cache_mode = force_generic_plan as $$
declare
  buyer buyers := lock_buyer(who);
  now_is timestamptz := clock();
  ended integer := end_overdue_holds(who, now_is);
  terms plans;
  kept holds := lock_hold(who, hold);
  longer timestamptz;
  answer hold_answer;
begin
  if kept.hold_id is null then
    return;
  end if;
  select * into terms from plans where plan = buyer.plan;
  answer.lead_id := kept.lead_id;
  answer.hold_id := kept.hold_id;
  answer.exclusive := kept.exclusive;
  answer.amount := kept.amount;
  answer.currency := kept.currency;
  answer.held_at := kept.held_at;
  answer.last_until := kept.last_until;
  longer := least(now_is + terms.hold_time, kept.last_until);
  if kept.state <> 'ACTIVE' then
    answer.outcome := kept.state;
  elsif kept.extensions >= terms.extensions or longer <= kept.hold_until then
    answer.outcome := 'NO_LONGER';
  else
    answer.outcome := 'EXTENDED';
    kept.extensions := kept.extensions + 1;
    kept.hold_until := longer;
    update holds set hold_until = longer, extensions = kept.extensions where hold_id = hold;
    update slots set hold_until = longer where lead_id = kept.lead_id and hold_id = hold;
  end if;
  answer.hold_until := kept.hold_until;
  answer.extensions_left := greatest(0, terms.extensions - kept.extensions);
  return next answer;
end $$;

create function release_hold(who uuid, hold uuid) returns text
language plpgsql set plan_cache_mode = force_generic_plan as $$
declare
  buyer buyers := lock_buyer(who);
  now_is timestamptz := clock();
  ended integer := end_overdue_holds(who, now_is);
  kept holds := lock_hold(who, hold);
begin
  if kept.hold_id is null or kept.state <> 'ACTIVE' then
    return kept.state;
  end if;
  update holds set state = 'RELEASED', ended_at = now_is where hold_id = hold;
  update slots
    set state = 'FREE', holder_team = null, hold_until = null, hold_id = null, exclusive = false
    where lead_id = kept.lead_id and hold_id = hold;
  -- Who lets go what is on sale no more is not to blame.
  update buyers set unbought = unbought + 1 where team_id = who and exists (
    select from offers where lead_id = kept.lead_id and standing = 'ON_SALE');
  return 'RELEASED_NOW';
end $$;
