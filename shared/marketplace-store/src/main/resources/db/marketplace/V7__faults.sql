-- What must never be, found: nothing, as long as the books are right. One statement sees one state
-- of things, also while others buy.
create function faults() returns table (rule text, what text) language sql stable as $$
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
        and s.holder_team = o.team_id) <> case when l.exclusive then (
      select count(*) from slots s where s.lead_id = l.lead_id) else 1 end
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
$$;
