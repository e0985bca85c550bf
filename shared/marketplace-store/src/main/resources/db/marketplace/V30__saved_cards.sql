-- Cards that teams let us take money from while nobody is there. The card is the gateway's; here is by
-- what names it has it, and what people know it by.
create table cards (
  card_id    uuid        primary key,
  team_id    uuid        not null references buyers,
  state      text        not null default 'CREATED' check (state in (
    'CREATED', 'OPEN', 'FAILED', 'SAVED', 'REMOVED')),
  session    text        unique,
  page       text,
  page_until timestamptz not null,
  customer   text,
  method     text        unique,
  brand      text,
  last_four  text        check (last_four ~ '^[0-9]{4}$'),
  -- The first day of its last month.
  expires    date,
  begun_at   timestamptz not null,
  removed_at timestamptz,
  asks       integer     not null default 0,
  next_ask   timestamptz,
  check (state <> 'SAVED' or (
    customer is not null and method is not null and brand is not null and last_four is not null
    and expires is not null and next_ask is null)),
  check ((state = 'REMOVED') = (removed_at is not null))
);

create unique index cards_one_each on cards (team_id) where state = 'SAVED';
create index cards_of_team on cards (team_id, begun_at desc);
create index cards_to_ask on cards (next_ask) where next_ask is not null;

-- Who agreed to what, and when. The text of a version never changes.
create table card_consents (
  consent_id  bigint      generated always as identity primary key,
  team_id     uuid        not null references buyers,
  agreed_by   uuid        not null,
  agreed_at   timestamptz not null,
  version     text        not null,
  threshold   bigint,
  amount      bigint,
  monthly_cap bigint
);

create index card_consents_of_team on card_consents (team_id);
create trigger card_consents_only_grow before update or delete on card_consents
  for each statement execute function refuse_change();

-- When a wallet is filled by itself.
create table auto_top_ups (
  team_id     uuid        primary key references buyers,
  threshold   bigint      not null check (threshold > 0),
  amount      bigint      not null check (amount > 0),
  monthly_cap bigint      not null check (monthly_cap >= amount),
  -- Why it is off.
  stopped     text        check (stopped in (
    'BY_TEAM', 'NO_CARD', 'CARD_EXPIRED', 'CARD_REFUSED', 'FAILED_TOO_OFTEN', 'TAKEN_BACK')),
  since       timestamptz not null,
  told_at     timestamptz
);

create index auto_top_ups_untold on auto_top_ups (since) where stopped is not null and told_at is null;

-- expand-only: what is taken from a card while nobody is there
alter table payments add column customer text;
alter table payments add column method text;
alter table payments add check ((customer is null) = (method is null));

-- One try to take money while nobody is there. The payment is there before the gateway hears of it.
create table card_charges (
  payment_id uuid        primary key references payments,
  team_id    uuid        not null references buyers,
  card_id    uuid        not null references cards,
  -- What it is for; none if it fills the wallet.
  invoice_id uuid        references invoices,
  begun_at   timestamptz not null,
  outcome    text        not null default 'OPEN' check (outcome in ('OPEN', 'PAID', 'FAILED')),
  reason     text,
  ended_at   timestamptz,
  told_at    timestamptz,
  check ((outcome = 'OPEN') = (ended_at is null))
);

-- Never two at once. That an invoice is not taken twice is decided under the lock of the team: money
-- that was taken is booked, whatever it was for.
create unique index card_charges_one_open on card_charges (team_id) where outcome = 'OPEN';
create index card_charges_of_invoice on card_charges (invoice_id) where invoice_id is not null;
create index card_charges_of_team on card_charges (team_id, begun_at desc);
create index card_charges_untold on card_charges (ended_at)
  where told_at is null and outcome <> 'OPEN';

-- Teams with a card, and when somebody has to look whether it is to be charged. This is what a hold or
-- a purchase writes down; whether it comes to a charge is decided when they are committed.
create table card_looks (
  team_id uuid        primary key references buyers,
  due_at  timestamptz,
  tries   integer     not null default 0
);

create index card_looks_due on card_looks (due_at) where due_at is not null;

create function wake_card(who uuid) returns void language sql as $$
  update card_looks set due_at = clock(), tries = 0
    where team_id = who and (due_at is null or due_at > clock())
$$;

-- Of most teams there is nothing to look at, and nothing is computed.
create function look_at_wallet(who uuid) returns void language plpgsql as $$
declare
  least_credit bigint;
begin
  select a.threshold into least_credit from auto_top_ups a join card_looks l using (team_id)
    where a.team_id = who and a.stopped is null and (l.due_at is null or l.due_at > clock());
  if found and least_credit > (
      select coalesce(sum(balance), 0) from accounts where team_id = who and currency = 'USD')
      - set_aside(who, 'USD') then
    perform wake_card(who);
  end if;
end $$;

-- Found also when an administrator corrects a row, who has another path.
create function look_at_wallet_of_row() returns trigger language plpgsql
set search_path = marketplace as $$
begin
  perform look_at_wallet(new.team_id);
  return null;
end $$;

-- Only what is bought: nobody fills again what was given back, paid for a plan, or has expired.
create function look_at_wallet_of_account() returns trigger language plpgsql
set search_path = marketplace as $$
begin
  if (select kind from transfers where debit = new.account_id order by nr desc limit 1)
      = 'PURCHASE' then
    perform look_at_wallet(new.team_id);
  end if;
  return null;
end $$;

create trigger holds_look_at_wallets after insert on holds
  for each row when (new.funded) execute function look_at_wallet_of_row();
create trigger accounts_look_at_wallets after update of balance on accounts
  for each row when (new.team_id is not null and new.balance < old.balance)
  execute function look_at_wallet_of_account();

-- Whether money that was taken while nobody was there was given back, or is contested at a bank. Who
-- agrees anew after a refund may be charged again; while a dispute is open, and once it is lost, nobody.
create function is_taken_back(who uuid) returns boolean language sql stable as $$
  select exists (select from payments p where p.team_id = who and p.method is not null and (
    exists (select from disputes d where d.intent = p.intent and d.standing in ('OPEN', 'LOST'))
    or (p.clawed > p.reinstated and exists (select from transfers t
      where t.reference = p.payment_id and t.kind = 'CLAW' and t.posted_at >= (
        select max(a.agreed_at) from card_consents a where a.team_id = who)))))
$$;

-- An invoice that the wallet does not pay.
create function wake_card_of_row() returns trigger language plpgsql
set search_path = marketplace as $$
begin
  perform wake_card(new.team_id);
  return null;
end $$;

create trigger dunnings_wake_cards after insert on dunnings
  for each row execute function wake_card_of_row();

-- What is taken back ends automatic top-up.
create trigger payments_taken_back_wake_cards after update of clawed on payments
  for each row when (new.method is not null and new.clawed > old.clawed)
  execute function wake_card_of_row();

create function wake_card_of_dispute() returns trigger language plpgsql
set search_path = marketplace as $$
begin
  perform wake_card(p.team_id) from payments p where p.intent = new.intent and p.method is not null;
  return null;
end $$;

create trigger disputes_wake_cards after insert or update of standing on disputes
  for each row when (new.standing <> 'WON') execute function wake_card_of_dispute();

-- What is known of the payment is known of the charge, in the same transaction, whoever told it. One
-- that failed may yet have been paid.
create function end_charge() returns trigger language plpgsql
set search_path = marketplace as $$
begin
  update card_charges set
      outcome = case new.state when 'SUCCEEDED' then 'PAID' else 'FAILED' end,
      reason = case new.state when 'SUCCEEDED' then null else new.reason end,
      ended_at = clock(), told_at = null
    where payment_id = new.payment_id;
  perform wake_card(new.team_id);
  return null;
end $$;

create trigger payments_end_charges after update of state on payments
  for each row when (
    new.method is not null and new.state in ('FAILED', 'SUCCEEDED') and new.state <> old.state)
  execute function end_charge();

-- Writes down that a team saves a card, once for each id, with the consent of whoever does. Pages from
-- before are over: what is typed there yet is asked for, so that the gateway forgets it.
create function begin_card(
  who uuid, id uuid, asker uuid, text_version text, page_time interval) returns text
language plpgsql as $$
declare
  buyer buyers := lock_buyer(who);
  now_is timestamptz := clock();
  earlier cards;
begin
  select * into earlier from cards where card_id = id;
  if found then
    return case when earlier.team_id = who then 'BEGUN_BEFORE' else 'ID_REUSED' end;
  end if;
  update cards set state = 'REMOVED', removed_at = now_is, page = null, asks = 0,
      next_ask = case when session is not null then now_is + ask_after('UNKNOWN', 0) end
    where team_id = who and state in ('CREATED', 'OPEN');
  insert into cards (card_id, team_id, page_until, begun_at, next_ask, customer)
    values (id, who, now_is + page_time, now_is, now_is + ask_after('CREATED', 0), (
      select customer from cards where team_id = who and customer is not null
      order by begun_at desc limit 1));
  insert into card_consents (team_id, agreed_by, agreed_at, version)
    values (who, asker, now_is, text_version);
  return 'BEGUN';
end $$;

-- What the gateway said of a card. Who saves another has that one alone; the one that was begun last
-- counts, and what comes late of another is to be forgotten.
create function hear_card(
  id uuid, fact text, session_name text, page_at text, customer_name text, method_name text,
  brand_name text, digits text, last_month date) returns text language plpgsql as $$
declare
  now_is timestamptz := clock();
  card cards;
begin
  select * into card from cards where card_id = id;
  perform lock_buyer(card.team_id);
  select * into card from cards where card_id = id for update;
  if fact = 'SAVED' and card.method is null and (card.state = 'REMOVED' or exists (
      select from cards
      where team_id = card.team_id and state = 'SAVED' and begun_at > card.begun_at)) then
    update cards set state = 'REMOVED', removed_at = coalesce(removed_at, now_is),
        session = coalesce(session, session_name), page = null, customer = customer_name,
        method = method_name, brand = brand_name, last_four = digits, expires = last_month,
        asks = 0, next_ask = now_is
      where card_id = id;
    return 'HEARD';
  end if;
  if card.state not in ('CREATED', 'OPEN') then
    return 'KNOWN_BEFORE';
  end if;
  if fact = 'SAVED' then
    update cards set state = 'REMOVED', removed_at = now_is, asks = 0, next_ask = now_is
      where team_id = card.team_id and state = 'SAVED';
  end if;
  update cards set state = fact, session = coalesce(session, session_name), page = page_at,
      customer = coalesce(customer_name, customer), method = method_name, brand = brand_name,
      last_four = digits, expires = last_month,
      asks = case when fact = state then asks else 0 end,
      next_ask = case when fact = 'OPEN' and state = 'OPEN' then next_ask
        when fact = 'OPEN' then now_is + ask_after('UNKNOWN', 0) end
    where card_id = id;
  if fact = 'SAVED' then
    insert into card_looks (team_id, due_at) values (card.team_id, now_is)
      on conflict (team_id) do update set due_at = now_is, tries = 0;
  end if;
  return 'HEARD';
end $$;

-- What was decided and never asked of the gateway: nobody takes it any more. Whoever withdraws it knows.
create function withdraw_charges(who uuid, only_top_ups boolean) returns void language plpgsql as $$
declare
  withdrawn uuid;
begin
  for withdrawn in select c.payment_id from card_charges c join payments p using (payment_id)
      where c.team_id = who and c.outcome = 'OPEN' and p.state = 'CREATED'
        and (c.invoice_id is null or not only_top_ups) for update of p loop
    update payments set state = 'FAILED', reason = 'withdrawn', next_ask = null
      where payment_id = withdrawn and state = 'CREATED';
    update card_charges set told_at = clock() where payment_id = withdrawn and outcome = 'FAILED';
  end loop;
end $$;

-- Nobody charges it from now on; that the gateway forgets it is asked for until it has.
create function remove_card(who uuid) returns boolean language plpgsql as $$
declare
  buyer buyers := lock_buyer(who);
  now_is timestamptz := clock();
begin
  update cards set state = 'REMOVED', removed_at = now_is, asks = 0, next_ask = now_is
    where team_id = who and state = 'SAVED';
  if not found then
    return false;
  end if;
  perform withdraw_charges(who, false);
  -- Whoever removes the card knows it.
  update auto_top_ups set stopped = 'NO_CARD', since = now_is, told_at = now_is
    where team_id = who and stopped is null;
  return true;
end $$;

create function cards_to_ask(most integer) returns setof cards language sql as $$
  update cards set asks = asks + 1, next_ask = clock() + ask_after('UNKNOWN', asks)
  where card_id in (
    select card_id from cards where next_ask <= clock()
    order by next_ask limit most for update skip locked)
  returning *
$$;

create function switch_auto_top_up_on(
  who uuid, asker uuid, text_version text, below bigint, sum bigint, cap bigint) returns boolean
language plpgsql as $$
declare
  buyer buyers := lock_buyer(who);
  now_is timestamptz := clock();
begin
  if not exists (select from cards where team_id = who and state = 'SAVED') then
    return false;
  end if;
  insert into card_consents (team_id, agreed_by, agreed_at, version, threshold, amount, monthly_cap)
    values (who, asker, now_is, text_version, below, sum, cap);
  insert into auto_top_ups (team_id, threshold, amount, monthly_cap, since)
    values (who, below, sum, cap, now_is)
    on conflict (team_id) do update set threshold = below, amount = sum, monthly_cap = cap,
      since = case when auto_top_ups.stopped is null then auto_top_ups.since else now_is end,
      stopped = null, told_at = null;
  perform wake_card(who);
  return true;
end $$;

create function switch_auto_top_up_off(who uuid, why text) returns boolean language plpgsql as $$
declare
  buyer buyers := lock_buyer(who);
begin
  update auto_top_ups set stopped = why, since = clock(),
      told_at = case why when 'BY_TEAM' then clock() end
    where team_id = who and stopped is null;
  if not found then
    return false;
  end if;
  perform withdraw_charges(who, true);
  return true;
end $$;

-- Teams to look at. They are not due again at once, and later each time, so that two who come do not do
-- the same and what fails keeps nobody else waiting.
create function cards_to_charge(most integer) returns setof uuid language sql as $$
  update card_looks
  set tries = tries + 1,
    due_at = clock() + least(interval '1 day', interval '300 seconds' * 2 ^ least(tries, 9))
  where team_id in (
    select team_id from card_looks where due_at <= clock()
    order by due_at limit most for update skip locked)
  returning team_id
$$;

-- Writes a charge down. The team's row is locked, and it was decided under that lock.
create function begin_charge(
  id uuid, who uuid, of_card uuid, sum bigint, unit text, bill uuid) returns void
language plpgsql as $$
declare
  now_is timestamptz := clock();
begin
  insert into payments (payment_id, team_id, asked_by, amount, currency, page_until, created_at,
      next_ask, customer, method)
    select id, who, (
        select agreed_by from card_consents where team_id = who
        order by consent_id desc limit 1), sum, unit, now_is, now_is,
      now_is + ask_after('CREATED', 0), customer, method
    from cards where card_id = of_card and team_id = who and state = 'SAVED';
  insert into card_charges (payment_id, team_id, card_id, invoice_id, begun_at)
    values (id, who, of_card, bill, now_is);
end $$;

-- What must never be of cards.
create function card_faults() returns table (rule text, what text) language sql stable as $$
  select 'a charge is how its payment is', c.payment_id::text
    from card_charges c join payments p using (payment_id)
    where c.outcome <> case p.state when 'SUCCEEDED' then 'PAID' when 'FAILED' then 'FAILED'
      else 'OPEN' end
  union all
  select 'nothing is taken from a card that nobody wrote down', p.payment_id::text
    from payments p left join card_charges c using (payment_id)
    where (p.method is null) <> (c.payment_id is null)
  union all
  select 'a charge is of a card of its team', c.payment_id::text
    from card_charges c join payments p using (payment_id) join cards k using (card_id)
    where c.team_id <> p.team_id or k.team_id <> p.team_id or k.method is distinct from p.method
  union all
  select 'who has a card agreed to it', k.card_id::text from cards k
    where not exists (select from card_consents a where a.team_id = k.team_id)
  union all
  select 'a wallet that fills itself has a card', a.team_id::text from auto_top_ups a
    where a.stopped is null and not exists (
      select from cards k where k.team_id = a.team_id and k.state = 'SAVED')
  union all
  select 'an invoice is not taken twice', c.invoice_id::text
    from card_charges c where c.invoice_id is not null and c.outcome = 'PAID'
    group by c.invoice_id having count(*) > 1
  union all
  select 'a month takes no more than it may', c.team_id::text
    from card_charges c join payments p using (payment_id) join buyers b on b.team_id = c.team_id
    where c.invoice_id is null and c.outcome <> 'FAILED'
    group by c.team_id, date_trunc('month', c.begun_at at time zone b.time_zone)
    having sum(p.amount) > (
      select max(a.monthly_cap) from card_consents a where a.team_id = c.team_id)
$$;

alter function all_faults() rename to faults_but_of_cards;

create function all_faults() returns table (rule text, what text) language sql stable as $$
  select * from faults_but_of_cards() union all select * from card_faults()
$$;
