-- One person of each role, for the laptop only: migrate-database reads this folder in stage `local`
-- and in no other. They all sign in with the password `on-this-laptop-only`.
insert into teams (id, name, time_zone) values
  ('01930000-0000-7000-8000-000000000001', 'Lakeside Realty', 'America/Chicago')
on conflict (id) do nothing;

create temporary table seeds on commit drop as
select * from (values
  ('01930000-0000-7000-8000-000000000011'::uuid, 'buyer@aiqleads.example',     'Bea Buyer',       'buyer'),
  ('01930000-0000-7000-8000-000000000012'::uuid, 'analyst@aiqleads.example',   'Anna Analyst',    'analyst'),
  ('01930000-0000-7000-8000-000000000013'::uuid, 'marketer@aiqleads.example',  'Mark Marketer',   'marketer'),
  ('01930000-0000-7000-8000-000000000014'::uuid, 'candidate@aiqleads.example', 'Cara Candidate',  'candidate'),
  ('01930000-0000-7000-8000-000000000015'::uuid, 'support@aiqleads.example',   'Sam Support',     'support'),
  ('01930000-0000-7000-8000-000000000016'::uuid, 'admin@aiqleads.example',     'Ada Admin',       'admin')
) as seed (id, email, name, role);

insert into users (id, email, name, email_confirmed_at)
select id, email, name, '2026-11-01T00:00:00Z' from seeds
on conflict do nothing;

insert into passwords (user_id, hash)
select id, '$argon2id$v=19$m=19456,t=2,p=1$JHBE9Z8FwkZL76gB80uf/Q$iC11yxKtV7uhypdBLld+E3S+4Vn/mxcxVfu6ATsNmws'
from seeds
on conflict (user_id) do nothing;

insert into memberships (team_id, user_id, roles)
select '01930000-0000-7000-8000-000000000001', id, array[role] from seeds
on conflict (team_id, user_id) do nothing;
