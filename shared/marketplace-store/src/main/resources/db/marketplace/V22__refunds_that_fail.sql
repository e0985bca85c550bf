-- A refund at the gateway may fail days later: the money comes back to us, and belongs in the wallet
-- again. So each refund is a fact of its own, which only ever goes from made to failed; what has been
-- given back is worked out anew from all of them, in whatever order they are heard.
create table refunds (
  refund text    primary key,
  intent text    not null references payment_intents,
  amount bigint  not null check (amount >= 0),
  failed boolean not null default false
);

create index refunds_of_intent on refunds (intent);

-- The highest total that a charge was ever said to have given back, with refunds that failed since.
alter table payment_intents add column told bigint not null default 0 check (told >= 0);

-- Refunds that are known one by one, or what the charge said less what failed of it: a refund of which
-- only the charge has told is not forgotten, and one that failed is not counted.
create function net_refunds() returns trigger language plpgsql as $$
declare
  made bigint;
  undone bigint;
begin
  select coalesce(sum(amount) filter (where not failed), 0),
      coalesce(sum(amount) filter (where failed), 0)
    into made, undone from refunds where intent = new.intent;
  new.told := greatest(new.told, new.refunded);
  new.refunded := greatest(made, new.told - undone);
  return new;
end $$;

create trigger refunds_are_netted before update on payment_intents
  for each row execute function net_refunds();

-- What became of one refund: as hear_gateway, with what it says in the same places.
create function hear_refund(
  message text, kind_of_message text, at timestamptz, payment uuid, session_name text,
  intent_name text, fact text, sum bigint, unit text, refund_name text, why text, page_at text)
returns text language plpgsql as $$
declare
  now_is timestamptz := clock();
  known payment_intents;
  paid payments;
begin
  insert into gateway_events (event, kind, said_at, heard_at)
    values (message, kind_of_message, at, now_is) on conflict do nothing;
  if not found then
    return 'HEARD_BEFORE';
  end if;
  insert into payment_intents (intent) values (intent_name) on conflict do nothing;
  select * into known from payment_intents where intent = intent_name for update;
  select * into paid from payments where payment_id = known.payment_id;
  if unit is distinct from coalesce(paid.currency, 'USD') then
    delete from gateway_events where event = message;
    return 'WRONG_AMOUNT';
  end if;
  insert into refunds as r (refund, intent, amount, failed)
    values (refund_name, intent_name, sum, fact = 'REFUND_FAILED')
    on conflict (refund) do update set failed = r.failed or excluded.failed;
  update payment_intents set refunded = refunded where intent = intent_name;
  if paid.payment_id is null then
    return 'KEPT';
  end if;
  perform lock_buyer(paid.team_id);
  perform settle_payment(paid.payment_id, now_is);
  return 'APPLIED';
end $$;

-- Until when we have asked the gateway for what it said, told or not.
create table gateway_reads (
  one        boolean     primary key default true check (one),
  read_until timestamptz not null
);
