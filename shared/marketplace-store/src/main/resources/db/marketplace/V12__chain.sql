-- In which transaction it was posted: all of a transaction that is over, and of those begun before,
-- are there or will never be. So what can still come always comes behind what is sealed.
alter table transfers add column posted_in xid8 not null default pg_current_xact_id();
create index transfers_to_seal on transfers (posted_in, nr);

-- The chain of transfers, behind them: sealing while posting would let only one post at a time.
create table seals (
  chain_seq   bigint primary key check (chain_seq > 0),
  transfer_id uuid   not null unique references transfers,
  hash        bytea  not null check (length(hash) = 32)
);

create trigger seals_only_grow before update or delete on seals
  for each statement execute function refuse_change();

-- Of everything that a transfer says, its place, and the hash before.
create function chain_hash(before bytea, place bigint, t transfers) returns bytea
language sql stable as $$
  select sha256(before || convert_to(json_build_array(
    place, t.transfer_id, t.nr, t.kind, t.debit, t.credit, t.amount, t.currency, t.reference,
    t.note, (extract(epoch from t.posted_at) * 1000000)::bigint)::text, 'UTF8'))
$$;

-- Seals the next transfers, at most so many, and says how many there were. Who finds somebody else
-- at it leaves it to them.
create function seal_transfers(most integer) returns integer language plpgsql as $$
declare
  last_in   xid8 := '0';
  last_nr   bigint := 0;
  place     bigint := 0;
  head      bytea := '';
  sealed    integer := 0;
  next_one  transfers;
begin
  if not pg_try_advisory_xact_lock(hashtext('marketplace'), hashtext('seals')) then
    return 0;
  end if;
  select s.chain_seq, s.hash, t.posted_in, t.nr into place, head, last_in, last_nr
    from seals s join transfers t using (transfer_id) order by s.chain_seq desc limit 1;
  if not found then
    place := 0;
    head := '';
    last_in := '0';
    last_nr := 0;
  end if;
  for next_one in select * from transfers
      where (posted_in, nr) > (last_in, last_nr)
        and posted_in < pg_snapshot_xmin(pg_current_snapshot())
      order by posted_in, nr limit most loop
    place := place + 1;
    head := chain_hash(head, place, next_one);
    insert into seals (chain_seq, transfer_id, hash) values (place, next_one.transfer_id, head);
    sealed := sealed + 1;
  end loop;
  return sealed;
end $$;

-- Recomputes at most so many links behind this one. Says how far it came, and the first place that
-- is empty or does not say what was sealed.
create function verify_chain(
  after bigint, after_hash bytea, most integer,
  out last_seq bigint, out last_hash bytea, out broken bigint)
language sql stable as $$
  with links as (
    select *, row_number() over (order by chain_seq) + after as place,
      lag(hash, 1, after_hash) over (order by chain_seq) as before
    from (
      select * from seals where chain_seq > after order by chain_seq limit most) as next_links
  )
  select coalesce(max(l.place), after),
    coalesce((select s.hash from links s order by s.place desc limit 1), after_hash),
    min(l.place) filter (where l.chain_seq <> l.place or t.transfer_id is null
      or l.hash <> chain_hash(l.before, l.place, t))
    from links l left join transfers t using (transfer_id)
$$;

-- What somebody saw when the books were checked, and the end of the chain then.
create table book_checks (
  check_id   bigint      generated always as identity primary key,
  checked_at timestamptz not null,
  chain_seq  bigint      not null,
  hash       bytea       not null,
  faults     integer     not null check (faults >= 0)
);

create trigger book_checks_only_grow before update or delete on book_checks
  for each statement execute function refuse_change();

-- What must never be of the chain, besides that each link follows from the one before.
create function chain_faults() returns table (rule text, what text) language sql stable as $$
  select 'nothing comes before what is sealed', t.transfer_id::text from transfers t
    where (t.posted_in, t.nr) < (
        select e.posted_in, e.nr from seals s join transfers e using (transfer_id)
        order by s.chain_seq desc limit 1)
      and not exists (select from seals s where s.transfer_id = t.transfer_id)
  union all
  select 'the chain still is what was seen of it', c.check_id::text from book_checks c
    left join seals s on s.chain_seq = c.chain_seq
    where c.chain_seq > 0 and s.hash is distinct from c.hash
$$;

-- Apart from the others: only who looks every night asks, since tests let days pass at once.
create function seal_faults() returns table (rule text, what text) language sql volatile as $$
  select 'what was posted more than a day ago is sealed', t.transfer_id::text from transfers t
    where t.posted_at < clock() - interval '1 day'
      and not exists (select from seals s where s.transfer_id = t.transfer_id)
$$;

create function all_faults() returns table (rule text, what text) language sql stable as $$
  select * from faults() union all select * from payment_faults() union all select * from chain_faults()
$$;
