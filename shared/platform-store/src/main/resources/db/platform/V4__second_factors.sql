-- The secret is encrypted by the function; the row is an offer until the person has shown a code.
create table second_factors (
  user_id     uuid        primary key references users (id),
  secret      text        not null,
  last_step   bigint      not null default 0,
  enrolled_at timestamptz
);

create table recovery_codes (
  user_id uuid not null references second_factors (user_id) on delete cascade,
  digest  text not null check (length(digest) = 64),
  used_at timestamptz,
  primary key (user_id, digest)
);
