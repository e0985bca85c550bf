-- The month that a charge counts in: of the team's time zone as it was then. A team that moves to another
-- one begins no month anew.
alter table card_charges add column counts_in date;

update card_charges c set counts_in = date_trunc('month', c.begun_at at time zone b.time_zone)
  from buyers b where b.team_id = c.team_id;

alter table card_charges alter column counts_in set not null;

-- Writes a charge down, with its month. The team's row is locked, and it was decided under that lock.
create or replace function begin_charge(
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
  insert into card_charges (payment_id, team_id, card_id, invoice_id, begun_at, counts_in)
    select id, who, of_card, bill, now_is, date_trunc('month', now_is at time zone b.time_zone)
    from buyers b where b.team_id = who;
end $$;

-- What must never be of cards: the month is the one that was written down.
create or replace function card_faults() returns table (rule text, what text) language sql stable as $$
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
    from card_charges c join payments p using (payment_id)
    where c.invoice_id is null and c.outcome <> 'FAILED'
    group by c.team_id, c.counts_in
    having sum(p.amount) > (
      select max(a.monthly_cap) from card_consents a where a.team_id = c.team_id)
$$;

-- A team that is held back is looked at again as soon as what held it back is over.
create trigger debts_paid_wake_cards after update of amount on debts
  for each row when (new.amount = 0 and old.amount > 0) execute function wake_card_of_row();
create trigger subscriptions_unparked_wake_cards after update of parked, state on subscriptions
  for each row when (
    old.parked is not null and old.state <> 'ENDED' and (new.parked is null or new.state = 'ENDED'))
  execute function wake_card_of_row();
create trigger disputes_won_wake_cards after update of standing on disputes
  for each row when (new.standing = 'WON' and old.standing <> 'WON')
  execute function wake_card_of_dispute();
create trigger payments_given_back_wake_cards after update of reinstated on payments
  for each row when (new.method is not null and new.reinstated > old.reinstated)
  execute function wake_card_of_row();
-- Another month may begin there.
create trigger buyers_moved_wake_cards after update of time_zone on buyers
  for each row when (new.time_zone <> old.time_zone) execute function wake_card_of_row();
