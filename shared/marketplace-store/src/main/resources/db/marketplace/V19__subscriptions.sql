-- What a plan costs a month, and what of that comes back as credit. Its limits stay where they are.
alter table plans add column place integer not null default 0;
alter table plans add column price bigint not null default 0 check (price >= 0);
alter table plans add column credits bigint not null default 0 check (credits between 0 and price);
alter table plans add column currency text not null default 'USD' check (length(currency) = 3);

update plans p set place = v.place, price = v.price, credits = v.credits
  from (values ('free', 0, 0, 0), ('pro', 1, 4900, 2500), ('premium', 2, 14900, 9000),
    ('enterprise', 3, 49900, 35000)) as v (plan, place, price, credits)
  where p.plan = v.plan;

-- expand-only: the same rules with more kinds
alter table transfers drop constraint transfers_kind_check;
alter table transfers add constraint transfers_kind_check check (kind in (
  'GIFT', 'TOP_UP', 'PURCHASE', 'EXPIRY', 'CLAW', 'REINSTATEMENT', 'REPAYMENT', 'SUBSCRIPTION'));
alter table accounts drop constraint accounts_kind_check;
alter table accounts add constraint accounts_kind_check check (kind in (
  'WALLET', 'CASH', 'GIFTS', 'SALES', 'DEBTS', 'SUBSCRIPTIONS'));

-- A plan that a team pays for by the month, from a moment on that never moves: who resumes after a
-- pause begins another one.
create table subscriptions (
  subscription_id uuid        primary key,
  nr              bigint      generated always as identity,
  team_id         uuid        not null references buyers,
  plan            text        not null references plans,
  state           text        not null default 'ACTIVE' check (state in ('ACTIVE', 'PAUSED', 'ENDED')),
  began_at        timestamptz not null,
  -- In which months begin and end, whatever the team's zone is later.
  time_zone       text        not null,
  -- The last period that was billed.
  period          integer     not null check (period >= 0),
  period_from     timestamptz not null,
  period_until    timestamptz not null check (period_until > period_from),
  -- What it turns into when the period is over, if not the same again.
  next_state      text        check (next_state in ('CHANGE', 'PAUSE', 'END')),
  next_plan       text        references plans,
  -- Why nothing is billed or changed until somebody of the house has looked.
  parked          text        check (parked in ('STOOD_STILL', 'BILLED_BEFORE', 'TOO_MANY_ITEMS')),
  parked_at       timestamptz,
  -- When somebody has to look at it again, and how often they did without coming to an end.
  due_at          timestamptz,
  tries           integer     not null default 0,
  check ((next_plan is not null) = (next_state is not distinct from 'CHANGE')),
  check ((parked is null) = (parked_at is null))
);

create unique index subscriptions_one_each on subscriptions (team_id) where state <> 'ENDED';
create index subscriptions_of_team on subscriptions (team_id, nr desc);
create index subscriptions_due on subscriptions (due_at) where due_at is not null;

-- Which plan from when on, at the price of that time. The key is what keeps a period from being
-- billed twice.
create table subscription_steps (
  subscription_id uuid        not null references subscriptions,
  period          integer     not null check (period >= 0),
  step            integer     not null check (step >= 0),
  plan            text        not null references plans,
  price           bigint      not null check (price >= 0),
  credits         bigint      not null check (credits >= 0),
  from_at         timestamptz not null,
  primary key (subscription_id, period, step)
);

create trigger subscription_steps_only_grow before update or delete on subscription_steps
  for each statement execute function refuse_change();

-- Numbers follow each other: whoever takes one holds the row until it is committed or nothing was.
create table invoice_series (
  series text   primary key,
  last   bigint not null check (last >= 0)
);

create table invoices (
  invoice_id      uuid        primary key,
  number          bigint      not null unique check (number > 0),
  team_id         uuid        not null references buyers,
  subscription_id uuid        not null,
  period          integer     not null,
  step            integer     not null,
  period_from     timestamptz not null,
  period_until    timestamptz not null,
  net             bigint      not null check (net >= 0),
  tax             bigint      not null check (tax >= 0),
  credits         bigint      not null check (credits >= 0),
  currency        text        not null check (length(currency) = 3),
  issued_at       timestamptz not null,
  unique (subscription_id, period, step),
  foreign key (subscription_id, period, step) references subscription_steps
);

create index invoices_of_team on invoices (team_id, number desc);

create table invoice_lines (
  invoice_id uuid    not null references invoices,
  place      integer not null check (place > 0),
  what       text    not null,
  from_at    timestamptz not null,
  until_at   timestamptz not null,
  amount     bigint  not null check (amount >= 0),
  primary key (invoice_id, place)
);

create trigger invoices_only_grow before update or delete on invoices
  for each statement execute function refuse_change();
create trigger invoice_lines_only_grow before update or delete on invoice_lines
  for each statement execute function refuse_change();

-- Once for each invoice, or never.
create table invoice_payments (
  invoice_id  uuid        primary key references invoices,
  -- Of nothing there is none.
  transfer_id uuid        unique references transfers,
  paid_at     timestamptz not null
);

create trigger invoice_payments_only_grow before update or delete on invoice_payments
  for each statement execute function refuse_change();

-- An invoice that could not be paid at once.
create table dunnings (
  invoice_id  uuid        primary key references invoices,
  team_id     uuid        not null references buyers,
  failure     text        not null check (failure in ('TOO_LITTLE_CREDIT', 'IN_DEBT')),
  tries       integer     not null check (tries > 0),
  failed_at   timestamptz not null,
  next_try    timestamptz,
  -- Nobody asks for it any more: it was paid, or the subscription ended over it.
  ended_at    timestamptz,
  written_off boolean     not null default false,
  check (not written_off or ended_at is not null)
);

create index dunnings_open on dunnings (team_id) where ended_at is null;

-- What the team has paid for itself and may spend: gifts and included credit buy leads, not plans.
create function purchased_credit(who uuid, unit text) returns bigint language plpgsql stable as $$
begin
  return greatest(0, least(
    (select coalesce(sum(remaining - frozen), 0) from lots
      where team_id = who and currency = unit and kind = 'TOP_UP' and remaining > 0
        and (expires_at is null or expires_at > clock())),
    (select coalesce(sum(balance), 0) from accounts where team_id = who and currency = unit)
      - set_aside(who, unit)
      -- Nothing is kept for holds that are over, written down or not.
      + (select coalesce(sum(amount), 0) from holds
        where team_id = who and currency = unit and state = 'ACTIVE' and funded
          and hold_until <= clock())
      -- What is over and not written down yet pays for nothing that is held, either.
      - (select coalesce(sum(remaining), 0) from lots
        where team_id = who and currency = unit and remaining > 0 and expires_at <= clock())));
end $$;

-- Pays an invoice out of what was purchased, oldest first, and grants what the plan includes until
-- the period is over. The team's row is locked, and the caller has seen that there is enough. Gifts
-- first, as everybody locks the house's accounts.
create function pay_invoice(id uuid, transfer uuid, credit uuid, now_is timestamptz) returns void
language plpgsql as $$
declare
  bill invoices;
  wallet accounts;
  lot record;
  part bigint;
  missing bigint;
begin
  select * into bill from invoices where invoice_id = id;
  missing := bill.net + bill.tax;
  perform from accounts
    where account_id = house_account('GIFTS', bill.currency, bill.team_id) for update;
  perform expire_lots(bill.team_id, now_is);
  if bill.credits > 0 and bill.period_until > now_is and grant_credit(
      bill.team_id, credit, 'GIFT', bill.credits, bill.currency, 20, bill.period_until,
      'Included in the plan') <> 'GRANTED' then
    raise exception 'the credits of invoice % were granted before', id;
  end if;
  if missing > 0 then
    wallet := wallet_of(bill.team_id, bill.currency);
    perform post_transfer(transfer, 'SUBSCRIPTION', wallet.account_id,
      house_account('SUBSCRIPTIONS', bill.currency, bill.team_id), missing, bill.currency, id,
      'Invoice AIQ-' || bill.number, now_is);
    for lot in select lot_id, remaining - frozen as free from lots
        where team_id = bill.team_id and currency = bill.currency and kind = 'TOP_UP'
          and remaining > frozen
        order by priority, granted_at, lot_id loop
      part := least(missing, lot.free);
      exit when part = 0;
      update lots set remaining = remaining - part where lot_id = lot.lot_id;
      insert into lot_uses (lot_id, transfer_id, amount) values (lot.lot_id, transfer, part);
      missing := missing - part;
    end loop;
    if missing > 0 then
      raise exception 'the purchased lots of % do not pay invoice %', bill.team_id, id;
    end if;
  end if;
  insert into invoice_payments (invoice_id, transfer_id, paid_at)
    values (id, case when bill.net + bill.tax > 0 then transfer end, now_is);
  update dunnings set ended_at = now_is, next_try = null where invoice_id = id and ended_at is null;
end $$;

-- Before any account of the house, since whoever pays holds those.
create function lock_invoice_numbers() returns void language sql as $$
  insert into invoice_series values ('AIQ', 0) on conflict do nothing;
  select from invoice_series where series = 'AIQ' for update;
$$;

create function next_invoice_number() returns bigint language sql as $$
  update invoice_series set last = last + 1 where series = 'AIQ' returning last
$$;

-- Teams of which something is due. They are not due again at once, and later each time, so that two
-- who come do not do the same and what fails keeps nobody else waiting. Who finds a row locked leaves
-- it: it is still due.
create function subscriptions_to_renew(most integer) returns setof uuid language sql as $$
  update subscriptions
  set tries = tries + 1,
    due_at = clock() + least(interval '1 day', interval '300 seconds' * 2 ^ least(tries, 9))
  where subscription_id in (
    select subscription_id from subscriptions where due_at <= clock()
    order by due_at limit most for update skip locked)
  returning team_id
$$;

-- Money that comes, comes back or is contested no more pays what is unpaid, with the next run and not
-- with the next try. Whoever buys only makes lots smaller, and never gets here.
create function wake_subscription() returns trigger language plpgsql as $$
begin
  update subscriptions set due_at = clock()
    where team_id = new.team_id and due_at > clock() and exists (
      select from dunnings where team_id = new.team_id and ended_at is null);
  return null;
end $$;

create trigger lots_wake_subscriptions after insert on lots
  for each row when (new.kind = 'TOP_UP') execute function wake_subscription();
create trigger lots_that_grow_wake_subscriptions after update of remaining, frozen on lots
  for each row when (
    new.kind = 'TOP_UP' and new.remaining - new.frozen > old.remaining - old.frozen)
  execute function wake_subscription();

-- What must never be of subscriptions; a part of all_faults().
create function subscription_faults() returns table (rule text, what text)
language sql stable as $$
  select 'invoices are numbered without gaps', series from invoice_series
    where last <> (select count(*) from invoices)
      or last <> (select coalesce(max(number), 0) from invoices)
  union all
  select 'an invoice is what its lines say', i.number::text from invoices i
    where i.net <> (
      select coalesce(sum(amount), 0) from invoice_lines l where l.invoice_id = i.invoice_id)
  union all
  select 'a step is billed once', s.subscription_id || ' ' || s.period || ' ' || s.step
    from subscription_steps s left join invoices i using (subscription_id, period, step)
    where i.invoice_id is null
  union all
  select 'a period costs what recomputing it says', p.subscription_id || ' ' || p.period from (
      select i.subscription_id, i.period, sum(i.net) as billed,
        sum(s.price * extract(epoch from s.until_at - s.from_at))
          / max(extract(epoch from i.period_until - i.period_from)) as due
      from (
        select s.*, coalesce(
            lead(s.from_at) over (partition by s.subscription_id, s.period order by s.step),
            (select i.period_until from invoices i
              where (i.subscription_id, i.period, i.step) = (s.subscription_id, s.period, 0))
          ) as until_at
        from subscription_steps s) as s
      join invoices i using (subscription_id, period, step)
      group by i.subscription_id, i.period) as p
    where abs(p.billed - p.due) >= 1
  union all
  select 'a paid invoice is paid once, in full', i.number::text from invoices i
    left join invoice_payments p using (invoice_id)
    where (p.paid_at is null or i.net + i.tax = 0) <> (not exists (
        select from transfers t
        where t.kind = 'SUBSCRIPTION' and t.reference = i.invoice_id
          and t.transfer_id = p.transfer_id and t.amount = i.net + i.tax))
      or (select count(*) from transfers t
        where t.kind = 'SUBSCRIPTION' and t.reference = i.invoice_id) > 1
  union all
  select 'what is paid for a plan was purchased', t.transfer_id::text
    from transfers t join lot_uses u using (transfer_id) join lots l using (lot_id)
    where t.kind = 'SUBSCRIPTION' and l.kind <> 'TOP_UP'
  union all
  select 'an unpaid invoice is asked for', i.number::text from invoices i
    where not exists (select from invoice_payments p where p.invoice_id = i.invoice_id)
      and not exists (select from dunnings d
        where d.invoice_id = i.invoice_id and (d.ended_at is null or d.written_off))
  union all
  select 'nobody is asked for what was paid', d.invoice_id::text
    from dunnings d join invoice_payments p using (invoice_id)
    where d.ended_at is null or d.written_off
  union all
  select 'a team has the plan of its subscription, or none', b.team_id::text
    from buyers b join lateral (
      select s.state, s.plan from subscriptions s
      where s.team_id = b.team_id order by s.nr desc limit 1) as s on true
    where b.plan <> 'free' and (s.state <> 'ACTIVE' or b.plan <> s.plan)
$$;
