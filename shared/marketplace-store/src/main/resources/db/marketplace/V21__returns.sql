-- Leads that teams give back, and what they get for it. What is decided is a row for ever, with what
-- was known, so that it can be decided again; money goes back to the lots it came from.

-- expand-only: the same rule with one more kind
alter table transfers drop constraint transfers_kind_check;
alter table transfers add constraint transfers_kind_check check (kind in (
  'GIFT', 'TOP_UP', 'PURCHASE', 'RETURN', 'EXPIRY', 'CLAW', 'REINSTATEMENT', 'REPAYMENT',
  'SUBSCRIPTION'));

-- Negative: what came back to the lot that it was taken from.
-- expand-only: the same rule without its floor
alter table lot_uses drop constraint lot_uses_amount_check;
alter table lot_uses add constraint lot_uses_amount_check check (amount <> 0);

-- When an advertisement was found to have ended, which is only one of the reasons to withdraw a lead.
alter table offers add column gone_at timestamptz;

create table returns (
  return_id     uuid        primary key,
  order_line_id uuid        not null references order_lines,
  team_id       uuid        not null references buyers,
  lead_id       uuid        not null,
  reason        text        not null check (reason in (
    'BAD_PHONE', 'BOUNCED_EMAIL', 'DUPLICATE', 'LISTING_GONE', 'FRAUD', 'OUT_OF_AREA',
    'WRONG_PERSON')),
  -- Nobody asked: we found out ourselves.
  asked_by      uuid,
  -- What the buyer says, sealed as contacts are; gone with the contact, since it may name it.
  evidence      text,
  appeal        text,
  state         text        not null check (state in ('WAITING', 'CREDITED', 'REFUSED', 'APPEALED')),
  verdict       text        not null,
  -- What it made of all that was given back for the lead, and how much of that it moved itself.
  total         bigint      not null default 0 check (total >= 0),
  moved         bigint      not null default 0 check (moved >= 0),
  rulings       integer     not null default 0,
  asked_at      timestamptz not null,
  settled_at    timestamptz,
  appealed_at   timestamptz,
  unique (order_line_id, reason),
  check ((state in ('CREDITED', 'REFUSED')) = (settled_at is not null))
);

create index returns_of_team on returns (team_id, asked_at desc);
create index returns_to_judge on returns (asked_at) where state in ('WAITING', 'APPEALED');

-- Each decision, with all that it was made of.
create table return_rulings (
  return_id  uuid        not null references returns,
  nr         integer     not null check (nr > 0),
  state      text        not null,
  total      bigint      not null,
  moved      bigint      not null,
  inputs     jsonb       not null,
  reasons    jsonb       not null,
  -- Of the machine there is none.
  decided_by uuid,
  decided_at timestamptz not null,
  primary key (return_id, nr)
);

create trigger return_rulings_only_grow before update or delete on return_rulings
  for each statement execute function refuse_change();

-- How much of a bought lead was given back, for all reasons together, and whether its slot was.
create table line_returns (
  order_line_id uuid    primary key references order_lines,
  team_id       uuid    not null references buyers,
  lead_id       uuid    not null,
  refunded      bigint  not null default 0 check (refunded >= 0),
  freed         boolean not null default false,
  freed_at      timestamptz,
  check (freed = (freed_at is not null))
);

create index line_returns_freed on line_returns (lead_id, team_id) where freed;
create index transfers_returned on transfers (reference) where kind = 'RETURN';

-- For what is counted over the sales of the last weeks.
create index orders_placed on orders (placed_at);

-- When we last looked whether a sold lead should be given back before anybody asks.
create table rechecks (
  order_line_id uuid        primary key references order_lines,
  checked_at    timestamptz not null,
  -- Of the offer, which we saw at least.
  version       bigint      not null,
  -- It could not be looked at: when it is tried again.
  next_try      timestamptz
);

-- What a buyer wrote may say how to reach the seller.
create function forget_evidence() returns trigger language plpgsql as $$
begin
  update returns set evidence = null, appeal = null
    where lead_id = old.lead_id and (evidence is not null or appeal is not null);
  return null;
end $$;

create trigger evidence_goes_with_contacts after delete on contacts
  for each row execute function forget_evidence();

-- Whether somebody who has the lead's contact gave it back: nobody else can have it alone any more.
create function was_given_back(lead uuid) returns boolean language plpgsql stable as $$
begin
  return exists (select from line_returns r where r.lead_id = lead and r.freed);
end $$;

-- A last guard, where nobody asked before: who pays too late for such a lead has the money back.
create function refuse_returned() returns trigger language plpgsql as $$
begin
  if (new.exclusive and was_given_back(new.lead_id)) or exists (select from line_returns r
      where r.team_id = new.team_id and r.lead_id = new.lead_id and r.freed) then
    raise exception 'TAKEN' using errcode = 'AQ409';
  end if;
  return new;
end $$;

create trigger returned_leads_are_not_held before insert on holds
  for each row execute function refuse_returned();

-- Gives so much of a purchase back to the lots that paid for it, those first that were used last: to
-- each at most what was used of it. A lot of which nothing was left is good for another month; what
-- was left of another ends when it would have ended, and what comes back to it then, too.
create function return_lots(line order_lines, move uuid, sum bigint, now_is timestamptz)
returns uuid[] language plpgsql as $$
declare
  lot record;
  part bigint;
  missing bigint := sum;
  payments_touched uuid[] := '{}';
begin
  for lot in
      select u.lot_id, l.payment_id, sum(u.amount) as used from lot_uses u join lots l using (lot_id)
      where u.transfer_id = line.transfer_id or u.transfer_id in (
        select transfer_id from transfers
        where kind = 'RETURN' and reference = line.order_line_id)
      group by u.lot_id, l.payment_id, l.priority, l.kind, l.granted_at
      order by l.priority desc, l.kind desc, l.granted_at desc, u.lot_id desc loop
    exit when missing = 0;
    part := least(missing, lot.used);
    continue when part <= 0;
    update lots set remaining = remaining + part,
        expires_at = case when expires_at is null or remaining > 0 then expires_at
          else greatest(expires_at, now_is + interval '30 days') end
      where lot_id = lot.lot_id;
    insert into lot_uses (lot_id, transfer_id, amount) values (lot.lot_id, move, -part);
    missing := missing - part;
    if lot.payment_id is not null and lot.payment_id <> all (payments_touched) then
      payments_touched := payments_touched || lot.payment_id;
    end if;
  end loop;
  if missing > 0 then
    raise exception 'the lots of % did not pay so much for it', line.order_line_id;
  end if;
  return payments_touched;
end $$;

-- Whether a lead that is given back for it may be good for somebody else.
create function frees_slot(reason text) returns boolean language sql immutable as $$
  select reason in ('DUPLICATE', 'OUT_OF_AREA')
$$;

create type ruling_answer as (moved bigint, freed boolean, hold_id uuid);

-- Writes a decision down and does what follows from it, once for each place in their order. The
-- total is of all that is given back for the lead: what was given back before is not again.
create function rule_return(
  id uuid, place integer, new_state text, new_verdict text, new_total bigint, frees boolean,
  known jsonb, why jsonb, judge uuid, note text) returns ruling_answer
language plpgsql as $$
declare
  asked returns;
  line order_lines;
  so_far line_returns;
  now_is timestamptz := clock();
  answer ruling_answer;
  payment uuid;
  touched uuid[];
  move uuid;
begin
  select * into asked from returns where return_id = id;
  perform lock_buyer(asked.team_id);
  select * into asked from returns where return_id = id;
  select * into line from order_lines where order_line_id = asked.order_line_id;
  answer.moved := 0;
  answer.freed := false;
  answer.hold_id := line.hold_id;
  if asked.rulings <> place - 1 then
    return answer;
  end if;
  insert into line_returns (order_line_id, team_id, lead_id)
    values (line.order_line_id, asked.team_id, asked.lead_id) on conflict do nothing;
  select * into so_far from line_returns where order_line_id = line.order_line_id for update;
  if new_state = 'CREDITED' then
    answer.moved := greatest(0, least(new_total, line.amount) - so_far.refunded);
    -- What is worthless to everybody stays so, whatever else is said of it afterwards.
    answer.freed := frees and not so_far.freed
      and so_far.refunded + answer.moved = line.amount
      and not exists (select from returns o
        where o.order_line_id = line.order_line_id and o.return_id <> id
          and (o.state = 'CREDITED' or o.moved > 0) and not frees_slot(o.reason));
  end if;
  update line_returns set refunded = refunded + answer.moved, freed = freed or answer.freed,
      freed_at = case when answer.freed then now_is else freed_at end
    where order_line_id = line.order_line_id;
  if answer.freed then
    update slots set state = 'FREE', holder_team = null, order_line_id = null, exclusive = false
      where lead_id = line.lead_id and order_line_id = line.order_line_id;
  end if;
  if answer.moved > 0 then
    move := payment_move(id, place);
    -- Everybody locks the accounts of the house in this order.
    perform from accounts
      where account_id = house_account('CASH', line.currency, asked.team_id) for update;
    perform from accounts
      where account_id = house_account('GIFTS', line.currency, asked.team_id) for update;
    -- What has run out is not kept by what comes back.
    perform expire_lots(asked.team_id, now_is);
    perform post_transfer(move, 'RETURN', house_account('SALES', line.currency, asked.team_id),
      (wallet_of(asked.team_id, line.currency)).account_id, answer.moved, line.currency,
      line.order_line_id, note, now_is);
    touched := return_lots(line, move, answer.moved, now_is);
    -- What a bank contests is frozen here, too, and what is owed is paid with the rest.
    foreach payment in array touched loop
      perform settle_payment(payment, now_is);
    end loop;
    perform collect_debts(asked.team_id, line.currency, now_is);
  end if;
  insert into return_rulings
      (return_id, nr, state, total, moved, inputs, reasons, decided_by, decided_at)
    values (id, place, new_state, new_total, answer.moved, known, why, judge, now_is);
  update returns set state = new_state, verdict = new_verdict, total = new_total,
      moved = moved + answer.moved, rulings = place,
      settled_at = case when new_state in ('CREDITED', 'REFUSED') then now_is end
    where return_id = id;
  return answer;
end $$;

-- What must never be of returns; a part of faults().
create function return_faults() returns table (rule text, what text) language sql stable as $$
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
    where r.freed and before.placed_at < o.placed_at
$$;

-- What a hold of this lead would be for this team, and the slot to take, which is locked. Waits for
-- nobody: what others are about to take counts as taken.
create or replace function look_at_lead(
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

  -- What a team gave back it is never sold again.
  if exists (select from line_returns r where r.team_id = who and r.lead_id = lead and r.freed) then
    answer.outcome := 'ALREADY_OWNED';
    return;
  end if;
  if whole and was_given_back(lead) then
    answer.outcome := 'SOLD_OUT';
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

-- As before, with slots that were given back, and all that must never be of returns.
create or replace function faults() returns table (rule text, what text) language sql stable as $$
  with moved as (
    select account_id, sum(amount) as amount from (
      select credit as account_id, amount from transfers
      union all
      select debit, -amount from transfers) as sides group by account_id
  )
  select 'an account is what its transfers say', a.account_id::text
    from accounts a left join moved m using (account_id)
    where a.balance <> coalesce(m.amount, 0)
  union all
  select 'what is credited is debited', currency from accounts
    group by currency having sum(balance) <> 0
  union all
  select 'a wallet is what its lots hold', a.account_id::text from accounts a
    where a.team_id is not null and a.balance <> (
      select coalesce(sum(remaining), 0) from lots l
      where l.team_id = a.team_id and l.currency = a.currency)
  union all
  select 'a lot is what was granted less what was used', l.lot_id::text from lots l
    where l.remaining <> l.amount - (
      select coalesce(sum(u.amount), 0) from lot_uses u where u.lot_id = l.lot_id)
  union all
  select 'what leaves a wallet leaves its lots', t.transfer_id::text
    from transfers t join accounts a on a.account_id = t.debit
    where a.team_id is not null and t.amount <> (
      select coalesce(sum(u.amount), 0) from lot_uses u where u.transfer_id = t.transfer_id)
  union all
  select 'what is set aside is there', a.account_id::text from accounts a
    where a.team_id is not null and a.balance < (
      select coalesce(sum(h.amount), 0) from holds h
      where h.team_id = a.team_id and h.currency = a.currency and h.state = 'ACTIVE' and h.funded
        and h.hold_until > clock())
  union all
  select 'a hold has its slots', h.hold_id::text from holds h
    where h.state = 'ACTIVE' and h.hold_until > clock() and (
      select count(*) from slots s
      where s.lead_id = h.lead_id and s.hold_id = h.hold_id and s.state = 'HELD'
        and s.holder_team = h.team_id and s.hold_until = h.hold_until
        and s.exclusive = h.exclusive) <> case when h.exclusive then (
      select count(*) from slots s where s.lead_id = h.lead_id) else 1 end
  union all
  select 'a held slot has its hold', s.lead_id || '#' || s.slot_no from slots s
    where s.state = 'HELD' and s.hold_until > clock() and not exists (
      select from holds h where h.hold_id = s.hold_id and h.state = 'ACTIVE')
  union all
  select 'a bought lead has its slots', l.order_line_id::text
    from order_lines l join orders o using (order_id)
    where (
      select count(*) from slots s
      where s.lead_id = l.lead_id and s.order_line_id = l.order_line_id and s.state = 'SOLD'
        and s.holder_team = o.team_id) <> case
      when exists (select from line_returns r where r.order_line_id = l.order_line_id and r.freed)
        then 0
      when l.exclusive then (select count(*) from slots s where s.lead_id = l.lead_id) else 1 end
  union all
  select 'a bought lead is of a hold that is sold', l.order_line_id::text
    from order_lines l join holds h using (hold_id) where h.state <> 'SOLD'
  union all
  select 'a hold that is sold was bought', h.hold_id::text from holds h
    where h.state = 'SOLD' and not exists (
      select from order_lines l where l.hold_id = h.hold_id)
  union all
  select 'an order costs what its leads cost', o.order_id::text from orders o
    where o.amount <> (
      select coalesce(sum(l.amount), 0) from order_lines l where l.order_id = o.order_id)
  union all
  select 'a lead costs what was paid for it', l.order_line_id::text
    from order_lines l join transfers t using (transfer_id) where t.amount <> l.amount
  union all
  select * from return_faults()
$$;
