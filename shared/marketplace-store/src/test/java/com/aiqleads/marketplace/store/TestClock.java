package com.aiqleads.marketplace.store;

import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.database.Parameters;
import com.aiqleads.testkit.PostgresService;
import java.time.Duration;

/// The clock by which holds end, in the hands of a test.
final class TestClock {
  private final Database administrator;

  TestClock(PostgresService postgres) {
    this(new Database(postgres.administrator()));
  }

  TestClock(Database administrator) {
    this.administrator = administrator;
    administrator.update(
        "create table if not exists public.passed (one boolean primary key default true,"
            + " time interval not null)",
        Parameters.of());
    administrator.update("grant select on public.passed to public", Parameters.of());
    administrator.update(
        """
        create or replace function marketplace.clock() returns timestamptz language sql volatile
        as $$ select timestamptz '2026-11-20 12:00:00Z' + (select time from public.passed) $$
        """,
        Parameters.of());
    administrator.update("delete from public.passed", Parameters.of());
    administrator.update("insert into public.passed values (true, '0')", Parameters.of());
  }

  void pass(Duration time) {
    administrator.update(
        "update public.passed set time = time + ? * interval '1 millisecond'",
        Parameters.of(time.toMillis()));
  }
}
