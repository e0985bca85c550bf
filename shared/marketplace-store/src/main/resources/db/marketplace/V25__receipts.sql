-- Papers for money: a receipt for each purchase and each payment, a credit note for what goes back. They
-- are written behind the postings, in the order of the chain: whoever takes the next number of a series
-- keeps all others waiting until it is committed, and nobody who buys waits for that.

-- Each series is numbered without gaps: whoever takes a number has its row locked until it is committed
-- or nothing was.
create function lock_series(one text) returns void language sql as $$
  insert into invoice_series values (one, 0) on conflict do nothing;
  select from invoice_series where series = one for update;
$$;

create function next_number(of_series text) returns bigint language sql as $$
  update invoice_series set last = last + 1 where series = of_series returning last
$$;

create or replace function lock_invoice_numbers() returns void language sql as $$
  select lock_series('AIQ');
$$;

create or replace function next_invoice_number() returns bigint language sql as $$
  select next_number('AIQ')
$$;

-- Where the house collects taxes, in millionths of what is paid; nowhere, until somebody writes it here.
create table tax_rates (
  state      text    primary key check (state ~ '^[A-Z]{2}$'),
  millionths integer not null check (millionths between 0 and 500000)
);

-- Whom a team's receipts name, and whose taxes are on them.
create table billing_details (
  team_id uuid primary key references buyers,
  name    text not null check (length(name) between 1 and 200),
  state   text check (state ~ '^[A-Z]{2}$')
);

-- The id is that of what it is for: an order, a payment, a movement of money.
create table receipts (
  receipt_id uuid        primary key,
  nr         bigint      generated always as identity unique,
  series     text        not null references invoice_series check (series in ('AIQ-R', 'AIQ-C')),
  number     bigint      not null check (number > 0),
  kind       text        not null check (kind in (
    'ORDER', 'TOP_UP', 'REINSTATEMENT', 'RETURN', 'REFUND')),
  -- No reference: it would lock the buyer, and keep a team waiting until all papers are written.
  team_id    uuid        not null,
  bill_to    text,
  -- What was given back of.
  original   uuid        references receipts,
  total      bigint      not null check (total > 0),
  tax        bigint      not null check (tax between 0 and total),
  tax_rate   integer     not null check (tax_rate >= 0),
  currency   text        not null check (length(currency) = 3),
  by_card    boolean     not null,
  happened_at timestamptz not null,
  issued_at  timestamptz not null,
  unique (series, number),
  check ((series = 'AIQ-C') = (kind in ('RETURN', 'REFUND')))
);

create index receipts_of_team on receipts (team_id, nr desc);
create index receipts_of_original on receipts (original) where original is not null;

-- A lead is named by its id, and by nothing else of it.
create table receipt_lines (
  receipt_id uuid    not null references receipts,
  place      integer not null check (place > 0),
  lead_id    uuid,
  exclusive  boolean,
  amount     bigint  not null check (amount >= 0),
  primary key (receipt_id, place),
  check ((lead_id is null) = (exclusive is null))
);

create trigger receipts_only_grow before update or delete on receipts
  for each statement execute function refuse_change();
create trigger receipt_lines_only_grow before update or delete on receipt_lines
  for each statement execute function refuse_change();

-- Up to which movement papers are written.
create table receipts_until (
  one       boolean primary key default true check (one),
  posted_in xid8    not null,
  nr        bigint  not null
);

insert into receipts_until (posted_in, nr) values ('0', 0);

-- The next movements behind that, each with the paper that it wants, if it wants one; those that others
-- go back of first. Whoever calls has the series locked, and writes the papers. A payment for an order
-- wants none: the order does, and what never became one is given back as if it had not been.
create function papers_due(most integer)
returns table (
  kind text, receipt_id uuid, team_id uuid, original uuid, total bigint,
  currency text, by_card boolean, happened_at timestamptz)
language plpgsql as $$
#variable_conflict use_column
declare
  done receipts_until;
  -- Of what was begun before, all that will ever be there is there.
  horizon xid8 := pg_snapshot_xmin(pg_current_snapshot());
begin
  select * into done from receipts_until;
  return query
  select
    case t.kind
      when 'PURCHASE' then case when r.receipt_id is null then 'ORDER' end
      when 'RETURN' then 'RETURN'
      when 'TOP_UP' then case when p.purpose is distinct from 'ORDER' then 'TOP_UP' end
      when 'CLAW' then case when p.purpose = 'TOP_UP' or c.order_id is not null then 'REFUND' end
      when 'REINSTATEMENT' then
        case when p.purpose = 'TOP_UP' or c.order_id is not null then 'REINSTATEMENT' end
    end,
    case t.kind when 'PURCHASE' then o.order_id else t.transfer_id end,
    coalesce(o.team_id, p.team_id, w.team_id),
    case t.kind when 'RETURN' then o.order_id
      -- Credit that was paid for. What goes back of an order by its payment is no part of the sale, which
      -- may have been given back besides.
      when 'CLAW' then case when p.purpose = 'TOP_UP' then p.payment_id end
      when 'REINSTATEMENT' then case when p.purpose = 'TOP_UP' then p.payment_id end end,
    case t.kind when 'PURCHASE' then o.amount else t.amount end,
    t.currency,
    -- What is returned of a purchase by card goes to the wallet.
    case t.kind when 'PURCHASE' then o.payment_id is not null when 'RETURN' then false
      else p.payment_id is not null end,
    t.posted_at
  from (
    select * from transfers m
    where (m.posted_in, m.nr) > (done.posted_in, done.nr)
      and m.posted_in < horizon
    order by m.posted_in, m.nr limit most) as t
  left join order_lines l on t.kind in ('PURCHASE', 'RETURN') and l.order_line_id = t.reference
  left join orders o on o.order_id = l.order_id
  left join receipts r on r.receipt_id = o.order_id
  left join payments p
    on t.kind in ('TOP_UP', 'CLAW', 'REINSTATEMENT') and p.payment_id = t.reference
  left join orders c on c.payment_id = p.payment_id
  left join accounts w on w.account_id = t.credit
  order by t.kind not in ('PURCHASE', 'TOP_UP'), t.posted_in, t.nr;
  update receipts_until u set posted_in = l.posted_in, nr = l.nr from (
    select * from (
      select m.posted_in, m.nr from transfers m
      where (m.posted_in, m.nr) > (done.posted_in, done.nr) and m.posted_in < horizon
      order by m.posted_in, m.nr limit most) as n
    order by n.posted_in desc, n.nr desc limit 1) as l;
end $$;

-- Writes one paper, with the next number of its series. Of what is given back of a purchase, the tax goes
-- back in the same part, rounded over all of it so that never more comes back than was paid.
create procedure issue_receipt(
  id uuid, what text, team uuid, of_receipt uuid, sum bigint, unit text, with_card boolean,
  at timestamptz, taxed bigint, rate integer)
language plpgsql as $$
declare
  in_series text := case when what in ('RETURN', 'REFUND') then 'AIQ-C' else 'AIQ-R' end;
  first receipts;
  before record;
begin
  if what = 'RETURN' then
    select * into first from receipts where receipt_id = of_receipt;
    select coalesce(sum(r.total), 0) as total, coalesce(sum(r.tax), 0) as tax into before
      from receipts r where r.original = of_receipt and r.kind = 'RETURN';
    taxed := coalesce(round(first.tax::numeric * (before.total + sum) / first.total) - before.tax, 0);
    rate := coalesce(first.tax_rate, 0);
  end if;
  insert into receipts (receipt_id, series, number, kind, team_id, bill_to, original, total, tax,
      tax_rate, currency, by_card, happened_at, issued_at)
    values (id, in_series, next_number(in_series), what, team,
      (select name from billing_details b where b.team_id = team),
      (select receipt_id from receipts where receipt_id = of_receipt), sum, taxed, rate, unit,
      with_card, at, clock());
  if what = 'ORDER' then
    insert into receipt_lines (receipt_id, place, lead_id, exclusive, amount)
      select id, row_number() over (order by lead_id), lead_id, exclusive, amount
      from order_lines where order_id = id;
  elsif what = 'RETURN' then
    insert into receipt_lines (receipt_id, place, lead_id, exclusive, amount)
      select id, 1, l.lead_id, l.exclusive, sum
      from transfers t join order_lines l on l.order_line_id = t.reference where t.transfer_id = id;
  else
    insert into receipt_lines (receipt_id, place, amount) values (id, 1, sum);
  end if;
end $$;

-- What must never be of papers; a part of subscription_faults(), which numbers with them.
create function receipt_faults() returns table (rule text, what text) language sql stable as $$
  select 'receipts are numbered without gaps', s.series from invoice_series s
    where s.series <> 'AIQ' and (s.last <> (select count(*) from receipts r where r.series = s.series)
      or s.last <> (select coalesce(max(number), 0) from receipts r where r.series = s.series))
  union all
  select 'a receipt is what its lines say', r.series || '-' || r.number from receipts r
    where r.total <> (
      select coalesce(sum(amount), 0) from receipt_lines l where l.receipt_id = r.receipt_id)
  union all
  select 'a receipt is what was paid', r.series || '-' || r.number
    from receipts r left join orders o on o.order_id = r.receipt_id
    left join transfers t on t.transfer_id = r.receipt_id
    where r.total is distinct from case r.kind when 'ORDER' then o.amount else t.amount end
  union all
  select 'no more goes back on paper than was paid', b.original::text from (
      select original, sum(total) as total, sum(tax) as tax from receipts
      where kind = 'RETURN' group by original) as b
    join receipts r on r.receipt_id = b.original where b.total > r.total or b.tax > r.tax
  union all
  select 'what moved has its paper', t.transfer_id::text
    from receipts_until u, transfers t left join payments p on p.payment_id = t.reference
    where (t.posted_in, t.nr) <= (u.posted_in, u.nr) and (
      (t.kind = 'PURCHASE' and not exists (select from receipts r join order_lines l
          on l.order_id = r.receipt_id where l.order_line_id = t.reference))
      or ((t.kind = 'RETURN' or (t.kind in ('TOP_UP', 'CLAW', 'REINSTATEMENT')
          and p.purpose is distinct from 'ORDER'))
        and not exists (select from receipts r where r.receipt_id = t.transfer_id)))
$$;

-- As before, of the series of invoices, and all that must never be of receipts.
create or replace function subscription_faults() returns table (rule text, what text)
language sql stable as $$
  select 'invoices are numbered without gaps', series from invoice_series
    where series = 'AIQ' and (last <> (select count(*) from invoices)
      or last <> (select coalesce(max(number), 0) from invoices))
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
  union all
  select * from receipt_faults()
$$;
