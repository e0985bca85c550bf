-- Leads go to mail addresses, too, once whoever reads there has agreed. Until then such an endpoint is
-- off, and nothing but the letter that asks is sent there.

-- expand-only: the same rules with one more kind and one more reason
alter table endpoints drop constraint endpoints_kind_check;
alter table endpoints add constraint endpoints_kind_check
  check (kind in ('WEBHOOK', 'HUBSPOT', 'FOLLOW_UP_BOSS', 'SALESFORCE', 'EMAIL'));
alter table endpoints drop constraint endpoints_off_reason_check;
alter table endpoints add constraint endpoints_off_reason_check
  check (off_reason in ('GONE', 'FAILING', 'UNCONFIRMED', 'STOPPED'));
-- When its reader was last asked: so long counts the link.
alter table endpoints add column asked_at timestamptz;

-- As before, but nothing waits for an address whose reader has not agreed, or not any more: it would be given up as lost.
create or replace function announce_line() returns trigger language plpgsql as $$
begin
  insert into deliveries (delivery_id, endpoint_id, order_line_id, due_at, created_at)
  select md5(e.endpoint_id::text || new.order_line_id::text)::uuid, e.endpoint_id, new.order_line_id,
    clock(), clock()
  from orders o join endpoints e on e.team_id = o.team_id and e.removed_at is null
  where o.order_id = new.order_id and coalesce(e.off_reason, '') not in ('UNCONFIRMED', 'STOPPED');
  return null;
end $$;

-- Letters that ask somebody, for as long as they count: whichever teams want it, nobody is pestered in
-- our name. Of the address there is only what tells it from others.
create table mail_questions (
  reader   bytea       not null,
  asked_at timestamptz not null
);

create index mail_questions_of_reader on mail_questions (reader, asked_at);
create index mail_questions_in_time on mail_questions (asked_at);

-- What stands behind a plus is read by the same person.
create function reader_of(mailto text) returns bytea language sql immutable as $$
  select sha256(convert_to(regexp_replace(lower(mailto), '[+][^@]*@', '@'), 'UTF8'))
$$;

create function questions_to(mailto text) returns bigint language sql volatile as $$
  select count(*) from mail_questions
  where reader = reader_of(mailto) and asked_at > clock() - interval '1 day'
$$;

-- Whether one more may go there; if so, it is counted.
create function ask_reader(mailto text, most integer) returns boolean language plpgsql as $$
begin
  -- One after the other: two teams at once would both be below the limit.
  perform pg_advisory_xact_lock(hashtextextended('mail question ' || reader_of(mailto)::text, 0));
  delete from mail_questions where ctid = any (array(
    select ctid from mail_questions where asked_at <= clock() - interval '1 day'
    order by asked_at limit 100 for update skip locked));
  if questions_to(mailto) >= most then
    return false;
  end if;
  insert into mail_questions (reader, asked_at) values (reader_of(mailto), clock());
  return true;
end $$;
