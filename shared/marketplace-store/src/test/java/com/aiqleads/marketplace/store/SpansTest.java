package com.aiqleads.marketplace.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.database.Parameters;
import com.aiqleads.marketplace.OfferFixtures;
import com.aiqleads.marketplace.holds.HoldAnswer;
import com.aiqleads.marketplace.holds.HoldAnswer.Held;
import com.aiqleads.marketplace.holds.HoldAnswer.OverLimit;
import com.aiqleads.marketplace.holds.Limit;
import com.aiqleads.marketplace.holds.Limits;
import com.aiqleads.marketplace.holds.SaleMode;
import com.aiqleads.marketplace.holds.Span;
import com.aiqleads.marketplace.holds.Wishes;
import com.aiqleads.testkit.PostgresService;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// When the spans begin for which a team limits itself, in the nights in which clocks are set.
class SpansTest {

  @RegisterExtension
  static final PostgresService postgres = PostgresService.forContext("marketplace");

  /// When the test clock begins.
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

  private static final TeamId TEAM = new TeamId(Ids.derived("team", "1"));

  private final Database database = Stores.database(postgres);
  private final TestClock clock = new TestClock(postgres);
  private Instant now = NOON;
  private int leads;

  @BeforeEach
  void putLeadsOnSale() {
    postgres.clear();
    Stores.putOnSale(
        database,
        IntStream.rangeClosed(1, 9)
            .mapToObj(number -> OfferFixtures.anOffer(OfferFixtures.aLead(number, 1)))
            .toList());
  }

  /// On the Azores and in Havana midnight comes twice, in Santiago and in Cairo it does not come.
  @ParameterizedTest
  @CsvSource({
    "America/New_York,    2027-11-07T04:00:00Z, 2027-11-08T05:00:00Z",
    "Atlantic/Azores,     2027-10-31T00:00:00Z, 2027-11-01T01:00:00Z",
    "America/Havana,      2027-11-07T04:00:00Z, 2027-11-08T05:00:00Z",
    "America/New_York,    2027-03-14T05:00:00Z, 2027-03-15T04:00:00Z",
    "Africa/Cairo,        2027-04-29T22:00:00Z, 2027-04-30T21:00:00Z",
    "America/Santiago,    2027-09-05T04:00:00Z, 2027-09-06T03:00:00Z",
    "Australia/Lord_Howe, 2027-10-02T13:30:00Z, 2027-10-03T13:00:00Z",
  })
  void aDayIsLimitedFromItsFirstMomentToItsLast(String zone, Instant first, Instant next) {
    new PostgresTeamLimits(database)
        .set(
            TEAM,
            new Limits(
                ZoneId.of(zone), List.of(new Limit(Span.DAY, Optional.of(2), Optional.empty()))));

    at(first.minusMillis(1));
    buy();
    buy();
    assertThat(hold()).isInstanceOf(OverLimit.class);

    at(first);
    buy();
    at(first.plus(Duration.ofMinutes(50)));
    buy();
    for (Instant later = now; later.isBefore(next); later = later.plus(Duration.ofMinutes(30))) {
      at(later);
      assertThat(hold()).as("at %s", later).isInstanceOf(OverLimit.class);
    }
    at(next.minusMillis(1));
    assertThat(hold()).isInstanceOf(OverLimit.class);
    at(next);
    assertThat(hold()).isInstanceOf(Held.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UTC",
        "America/New_York",
        "America/Havana",
        "America/Santiago",
        "America/St_Johns",
        "Africa/Cairo",
        "Asia/Beirut",
        "Asia/Kathmandu",
        "Atlantic/Azores",
        "Australia/Lord_Howe",
        "Pacific/Chatham",
      })
  void daysWeeksAndMonthsBeginWithTheirFirstMidnight(String zone) {
    ZoneId there = ZoneId.of(zone);
    database
        .query(
            """
            select at, span_start('day', at, ?), span_start('week', at, ?), span_start('month', at, ?)
            from generate_series(timestamptz '2027-02-20 00:10:00Z', '2027-11-20 00:00:00Z',
              '17 minutes') as t (at)
            """,
            Parameters.of(zone, zone, zone),
            row -> List.of(instant(row, 1), instant(row, 2), instant(row, 3), instant(row, 4)))
        .forEach(
            row -> {
              LocalDate day = row.getFirst().atZone(there).toLocalDate();
              assertThat(row.subList(1, 4))
                  .as("at %s", row.getFirst())
                  .containsExactly(
                      begin(day, there),
                      begin(day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)), there),
                      begin(day.withDayOfMonth(1), there));
            });
  }

  @Test
  void anHourThatComesTwiceIsTwoHours() {
    assertThat(hourOf("2027-10-31T00:40:00Z")).isEqualTo("2027-10-31T00:00:00Z");
    assertThat(hourOf("2027-10-31T01:40:00Z")).isEqualTo("2027-10-31T01:00:00Z");
  }

  private Instant hourOf(String moment) {
    return database
        .queryOne(
            "select span_start('hour', ?::timestamptz, 'Atlantic/Azores')",
            Parameters.of(moment),
            row -> instant(row, 1))
        .orElseThrow();
  }

  private static Instant begin(LocalDate day, ZoneId zone) {
    return day.atStartOfDay(zone).toInstant();
  }

  private static Instant instant(ResultSet row, int column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private void at(Instant moment) {
    clock.pass(Duration.between(now, moment));
    now = moment;
  }

  private void buy() {
    Sales.buy(database, TEAM, ((Held) hold()).hold());
  }

  /// One lead after the other, each until somebody holds it.
  private HoldAnswer hold() {
    PostgresHolds holds = new PostgresHolds(database, InstantSource.system());
    HoldAnswer answer =
        holds.hold(TEAM, Wishes.of(OfferFixtures.leadId(leads + 1), SaleMode.SHARED)).getFirst();
    if (answer instanceof Held) {
      leads++;
    }
    return answer;
  }
}
