-- The figures that prices are made of; the newest is in force. The first one is in the code, so
-- that a product without any has prices. Rows are only ever added: a rollback is a new one.
create table price_books (
  number     integer     primary key check (number > 1),
  version    text        not null unique,
  figures    jsonb       not null,
  note       text        not null check (length(note) between 1 and 200),
  -- The version whose figures were taken again.
  restores   text,
  written_by uuid        not null,
  written_at timestamptz not null default clock_timestamp()
);

create trigger price_books_only_grow before update or delete on price_books
  for each statement execute function refuse_change();

-- What it costs to be the only buyer; the revision rises with every new price of a version.
alter table offers add column exclusive_price bigint check (exclusive_price >= 0);
alter table offers add column revision integer not null default 0 check (revision >= 0);

-- What a hold of this lead would be for this team, and the slot to take, which is locked. Waits for
-- nobody: what others are about to take counts as taken.
create or replace function look_at_lead(
  who uuid, lead uuid, expected bigint, whole boolean, longest interval, now_is timestamptz,
  out answer hold_answer, out slot smallint, out book text)
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
        and held_at > now_is - 2 * longest) as cool_at
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
  select min(hold_until) filter (where state = 'HELD'),
      case when count(*) filter (where state <> 'SOLD') = 0
        or (whole and count(*) filter (where state = 'SOLD') > 0) then 'SOLD_OUT'
      else 'ALL_HELD' end
    into answer.free_at, answer.outcome from slots where lead_id = lead;
end $$;
