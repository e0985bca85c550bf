-- What a letter carried to a person, as a digest: whoever reads this table can use none of it.
create table mail_tokens (
  digest     text        primary key check (length(digest) = 64),
  kind       text        not null check (kind in ('confirm-email', 'reset-password')),
  user_id    uuid        not null references users (id),
  expires_at timestamptz not null,
  used_at    timestamptz
);

create index mail_tokens_of_user on mail_tokens (user_id, kind);
