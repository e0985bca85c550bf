-- When a span began that is on now, where a team is. Where clocks are set back over midnight, as in
-- Havana and on the Azores, the day's first moment is the first of two midnights: date_trunc answers
-- the second, which is still to come for an hour, and what is held in that hour would count for
-- nothing. An hour is one that has passed, and comes as often as the clock shows it.
create or replace function span_start(span text, at timestamptz, time_zone text) returns timestamptz
language sql stable
as $$
  select case
      when span = 'total' then '-infinity'::timestamptz
      when span <> 'hour' and (start - back) at time zone time_zone = start at time zone time_zone
        then start - back
      else start
    end
  from (select case when span <> 'total' then date_trunc(span, at, time_zone) end) as s (start)
    -- By how much clocks were set back in the day before.
    cross join lateral (
      select ((start - interval '1 day') at time zone time_zone)
        - (start at time zone time_zone - interval '1 day')) as b (back)
$$;
