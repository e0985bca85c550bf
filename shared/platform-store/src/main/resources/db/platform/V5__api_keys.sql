create table api_keys (
  id              uuid        primary key,
  team_id         uuid        not null references teams (id),
  user_id         uuid        not null references users (id),
  name            text        not null check (length(name) between 1 and 100),
  scopes          text[]      not null check (cardinality(scopes) > 0),
  digest          text        not null check (length(digest) = 64),
  previous_digest text,
  previous_until  timestamptz,
  created_at      timestamptz not null,
  expires_at      timestamptz not null,
  revoked_at      timestamptz,
  last_used_at    timestamptz
);

create index api_keys_of_team on api_keys (team_id, created_at desc);
