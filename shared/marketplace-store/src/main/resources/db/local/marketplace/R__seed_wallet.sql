-- For the laptop only: the team of all seeded people has something to spend.
select grant_credit('01930000-0000-7000-8000-000000000001', '01930000-0000-7000-8000-000000000101',
  'GIFT', 50000, 'USD', 25, null, 'To try things out');
