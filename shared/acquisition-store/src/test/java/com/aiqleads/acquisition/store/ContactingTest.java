package com.aiqleads.acquisition.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.acquisition.contacting.AreaCode;
import com.aiqleads.acquisition.contacting.AreaPulls;
import com.aiqleads.acquisition.contacting.AreaPulls.Pull;
import com.aiqleads.acquisition.contacting.Channel;
import com.aiqleads.acquisition.contacting.Consent;
import com.aiqleads.acquisition.contacting.Consent.Act;
import com.aiqleads.acquisition.contacting.Consents;
import com.aiqleads.acquisition.contacting.DoNotCall;
import com.aiqleads.acquisition.contacting.Scrub;
import com.aiqleads.acquisition.suppression.SuppressionKey;
import com.aiqleads.kernel.Phone;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.testkit.PostgresService;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ContactingTest {

  @RegisterExtension
  static final PostgresService postgres = PostgresService.forContext("acquisition");

  private static final Phone PHONE = new Phone("+13059582368");
  private static final SuppressionKey WHO = SuppressionKey.of(PHONE);
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  private final Database database = new Database(postgres.dataSource());
  private final BlindKeys hashes = new BlindKeys(() -> new byte[32]);
  private final Consents consents = new PostgresConsents(database, hashes);
  private final DoNotCall lists = new PostgresDoNotCall(database, hashes);

  @BeforeEach
  void empty() {
    postgres.clear();
  }

  @Test
  void theLedgerKeepsEveryLineAndWhoOnlyAsAHash() {
    Consent given =
        new Consent(WHO, Channel.TEXT_MESSAGE, Act.GIVEN, "Text me offers", "user_1", NOON);
    Consent revoked =
        new Consent(
            WHO, Channel.TEXT_MESSAGE, Act.REVOKED, "said stop", "user_1", NOON.plusSeconds(1));
    consents.enter(revoked);
    consents.enter(given);

    assertThat(consents.of(WHO)).containsExactly(given, revoked);
    assertThat(consents.given(WHO)).isEmpty();
    assertThat(consents.of(SuppressionKey.of(new Phone("+13059582369")))).isEmpty();
    assertThat(database.query("select c::text from consents c", _ -> {}, row -> row.getString(1)))
        .hasSize(2)
        .noneMatch(row -> row.contains("958"));
  }

  @Test
  void theNewestLookAtEachListCounts() {
    lists.note(PHONE, new Scrub("national", true, NOON));
    lists.note(PHONE, new Scrub("national", false, NOON.minusSeconds(1)));
    lists.note(PHONE, new Scrub("fl", false, NOON));
    lists.note(PHONE, new Scrub("fl", true, NOON.plusSeconds(1)));

    assertThat(lists.scrubs(PHONE))
        .containsExactly(
            new Scrub("fl", true, NOON.plusSeconds(1)), new Scrub("national", true, NOON));
    assertThat(lists.scrubs(new Phone("+13059582369"))).isEmpty();
  }

  @Test
  void numbersAreDueThatWereNotLookedUpSince() {
    Phone older = new Phone("+13059582369");
    Phone never = new Phone("+13059582370");
    lists.note(PHONE, new Scrub("national", true, NOON));
    lists.note(older, new Scrub("national", false, NOON.minusMillis(1)));
    lists.note(never, new Scrub("fl", false, NOON.plusSeconds(1)));

    assertThat(lists.due(List.of(PHONE, older, never, never), "national", NOON))
        .containsExactlyInAnyOrder(older, never);
    assertThat(lists.due(List.of(), "national", NOON)).isEmpty();
  }

  @Test
  void anAreaKeepsWhenItWasAskedForAndHowLongItsLastListWas() {
    AreaCode area = new AreaCode("305");
    AreaPulls pulls = new PostgresAreaPulls(database);
    assertThat(pulls.last(area)).isEmpty();

    pulls.note(area, new Pull(NOON, Optional.empty()));
    assertThat(pulls.last(area)).contains(new Pull(NOON, Optional.empty()));

    pulls.note(area, new Pull(NOON, Optional.of(7)));
    pulls.note(area, new Pull(NOON.plusSeconds(1), Optional.empty()));
    assertThat(pulls.last(area)).contains(new Pull(NOON.plusSeconds(1), Optional.of(7)));
    assertThat(pulls.last(new AreaCode("786"))).isEmpty();
  }
}
