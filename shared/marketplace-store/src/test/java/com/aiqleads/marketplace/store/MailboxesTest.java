package com.aiqleads.marketplace.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.lambda.FieldCipher;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.marketplace.OfferFixtures;
import com.aiqleads.marketplace.delivery.AccessKey;
import com.aiqleads.marketplace.delivery.Attempt;
import com.aiqleads.marketplace.delivery.Deliveries;
import com.aiqleads.marketplace.delivery.Deliveries.Testing;
import com.aiqleads.marketplace.delivery.DeliveryId;
import com.aiqleads.marketplace.delivery.DeliveryState;
import com.aiqleads.marketplace.delivery.Destination.Mailbox;
import com.aiqleads.marketplace.delivery.Endpoint;
import com.aiqleads.marketplace.delivery.EndpointId;
import com.aiqleads.marketplace.delivery.Endpoints;
import com.aiqleads.marketplace.delivery.Endpoints.Adding;
import com.aiqleads.marketplace.delivery.Endpoints.Agreeing;
import com.aiqleads.marketplace.delivery.MailAddress;
import com.aiqleads.marketplace.delivery.Parcel;
import com.aiqleads.testkit.PostgresService;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Mail addresses, and those who agree that leads come to them.
class MailboxesTest {

  @RegisterExtension
  static final PostgresService postgres = PostgresService.forContext("marketplace");

  private static final Instant EVER = Instant.parse("9999-01-01T00:00:00Z");
  private static final TeamId OURS = new TeamId(Ids.derived("team", "ours"));
  private static final TeamId THEIRS = new TeamId(Ids.derived("team", "theirs"));
  private static final EndpointId ENDPOINT = endpoint(1);

  private final Database database = Stores.database(postgres);
  private final FieldCipher cipher = new FieldCipher(List.of(new byte[32]));
  private final Endpoints endpoints = new PostgresEndpoints(database, () -> cipher);
  private final Deliveries deliveries = new PostgresDeliveries(database, () -> cipher);
  private final TestClock clock = new TestClock(postgres);
  private final Mailbox mailbox = Mailbox.asked(ENDPOINT, MailAddress.of("ann@team.example"));

  @BeforeEach
  void ask() {
    postgres.clear();
    Stores.putOnSale(
        database,
        List.of(
            OfferFixtures.anOffer(OfferFixtures.aLead(1, 1)),
            OfferFixtures.anOffer(OfferFixtures.aLead(2, 1))));
    endpoints.add(OURS, ENDPOINT, mailbox);
  }

  @Test
  void getsNoLeadBeforeSomebodyHasAgreed() {
    buy(1);

    assertThat(only().off().orElseThrow().reason()).isEqualTo(Endpoint.Reason.UNCONFIRMED);
    assertThat(deliveries.of(OURS, EVER, 9)).isEmpty();
    assertThat(endpoints.turnOn(OURS, ENDPOINT)).as("nobody turns it on by force").isFalse();
    buy(2);
    assertThat(deliveries.of(OURS, EVER, 9)).isEmpty();
  }

  @Test
  void getsLeadsOnceSomebodyHasAgreed() {
    assertThat(endpoints.confirm(mailbox.proof().reveal())).isEqualTo(Agreeing.AGREED);
    assertThat(endpoints.confirm(mailbox.proof().reveal()))
        .as("once more")
        .isEqualTo(Agreeing.AGREED);

    buy(1);

    assertThat(only().off()).isEmpty();
    Parcel parcel = deliveries.take(deliveries.fallDue(9).getFirst()).orElseThrow();
    assertThat(parcel.destination())
        .isEqualTo(new Mailbox(mailbox.address(), mailbox.proof(), true));
    assertThat(parcel.bought()).isPresent();
  }

  @Test
  void isSentTheLetterThatAsksAndNoMoreThanThreeADay() {
    for (int time = 1; time <= 3; time++) {
      assertThat(deliveries.test(OURS, ENDPOINT, delivery(time))).isEqualTo(Testing.CALLED);
    }
    assertThat(deliveries.test(OURS, ENDPOINT, delivery(4))).isEqualTo(Testing.ASKED_TOO_OFTEN);
    assertThat(deliveries.test(THEIRS, ENDPOINT, delivery(5))).isEqualTo(Testing.UNKNOWN);

    assertThat(deliveries.fallDue(9)).hasSize(3);
    Parcel parcel = deliveries.take(delivery(1)).orElseThrow();
    assertThat(parcel.destination()).isEqualTo(mailbox);
    assertThat(parcel.bought()).isEmpty();
    deliveries.tried(parcel, new Attempt.Delivered("The mail service took it."));
    assertThat(only().off()).as("nobody has agreed by that").isPresent();
    clock.pass(Duration.ofDays(1));
    assertThat(deliveries.test(OURS, ENDPOINT, delivery(6))).isEqualTo(Testing.CALLED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "x", "endpoint_0", "endpoint_0123456789ABCDEFGHJKMNPQRS.proof"})
  void takesNoGarbageForAnAgreement(String garbage) {
    assertThat(endpoints.confirm(garbage)).isEqualTo(Agreeing.UNKNOWN);
  }

  @Test
  void takesNothingButTheProofOfTheLetter() {
    String proof = mailbox.proof().reveal();

    assertThat(endpoints.confirm(ENDPOINT.text())).isEqualTo(Agreeing.UNKNOWN);
    assertThat(endpoints.confirm(ENDPOINT.text() + ".")).isEqualTo(Agreeing.UNKNOWN);
    assertThat(endpoints.confirm(proof.substring(0, proof.length() - 1)))
        .isEqualTo(Agreeing.UNKNOWN);
    assertThat(endpoints.confirm(proof + "A")).isEqualTo(Agreeing.UNKNOWN);
    assertThat(only().off()).isPresent();
  }

  @Test
  void isAgreedToWithinSevenDays() {
    clock.pass(Endpoints.OFFER.minusSeconds(1));
    assertThat(endpoints.confirm(mailbox.proof().reveal())).isEqualTo(Agreeing.AGREED);

    endpoints.add(OURS, endpoint(2), other(2));
    clock.pass(Endpoints.OFFER);
    assertThat(endpoints.confirm(other(2).proof().reveal())).isEqualTo(Agreeing.TOO_LATE);
  }

  @Test
  void isForgottenWhenItIsRemoved() {
    assertThat(endpoints.remove(OURS, ENDPOINT)).isTrue();

    assertThat(endpoints.confirm(mailbox.proof().reveal())).isEqualTo(Agreeing.UNKNOWN);
    assertThat(database.query("select address from endpoints", _ -> {}, row -> row.getString(1)))
        .containsExactly("mailto:removed@aiqleads.invalid");
  }

  /// Who adds and removes addresses writes letters to strangers.
  @Test
  void isOneOfTenThatATeamAsksInADay() {
    for (int number = 2; number <= 10; number++) {
      endpoints.remove(OURS, endpoint(number - 1));
      assertThat(endpoints.add(OURS, endpoint(number), other(number))).isEqualTo(Adding.ADDED);
    }

    assertThat(endpoints.add(OURS, endpoint(11), other(11))).isEqualTo(Adding.TOO_MANY);
    assertThat(endpoints.add(THEIRS, endpoint(12), other(12))).isEqualTo(Adding.ADDED);
    clock.pass(Duration.ofDays(1));
    assertThat(endpoints.add(OURS, endpoint(13), other(13))).isEqualTo(Adding.ADDED);
  }

  @Test
  void isTurnedOffWhenItBouncesAndStaysConfirmed() {
    endpoints.confirm(mailbox.proof().reveal());
    buy(1);
    deliveries.tried(
        deliveries.take(deliveries.fallDue(9).getFirst()).orElseThrow(),
        new Attempt.Gone("Nobody reads mail at this address.", false));

    assertThat(only().off().orElseThrow().reason()).isEqualTo(Endpoint.Reason.GONE);
    assertThat(endpoints.turnOn(OURS, ENDPOINT)).isTrue();
    assertThat(only().off()).isEmpty();
  }

  /// Strangers are asked no more often however many teams want it, and however it is spelled.
  @Test
  void isSentThreeLettersADayByAllTeamsTogether() {
    for (int number = 1; number <= 3; number++) {
      TeamId team = new TeamId(Ids.derived("team", "number " + number));
      EndpointId endpoint = endpoint(20 + number);
      String spelled = "Stranger+" + number + "@Letterbox.example";
      assertThat(endpoints.add(team, endpoint, Mailbox.asked(endpoint, MailAddress.of(spelled))))
          .isEqualTo(Adding.ADDED);
      assertThat(deliveries.test(team, endpoint, delivery(20 + number))).isEqualTo(Testing.CALLED);
      endpoints.remove(team, endpoint);
    }
    Mailbox fourth = Mailbox.asked(endpoint(30), MailAddress.of("stranger@letterbox.example"));

    assertThat(endpoints.add(THEIRS, endpoint(30), fourth)).isEqualTo(Adding.ASKED_TOO_OFTEN);

    clock.pass(Duration.ofDays(1));
    assertThat(endpoints.add(THEIRS, endpoint(30), fourth)).isEqualTo(Adding.ADDED);
    assertThat(deliveries.test(THEIRS, endpoint(30), delivery(30))).isEqualTo(Testing.CALLED);
    assertThat(
            database.query("select count(*) from mail_questions", _ -> {}, row -> row.getLong(1)))
        .as("what counts no more is forgotten")
        .containsExactly(1L);
  }

  @Test
  void canBeAskedAgainWhenTheLinkIsTooOld() {
    clock.pass(Endpoints.OFFER);
    assertThat(endpoints.confirm(mailbox.proof().reveal())).isEqualTo(Agreeing.TOO_LATE);
    assertThat(only().off()).isPresent();

    deliveries.test(OURS, ENDPOINT, delivery(1));
    clock.pass(Endpoints.OFFER.minusSeconds(1));

    assertThat(endpoints.confirm(mailbox.proof().reveal())).isEqualTo(Agreeing.AGREED);
    assertThat(only().off()).isEmpty();
  }

  @Test
  void isStoppedByWhoeverReadsThereAndByNobodyElse() {
    endpoints.confirm(mailbox.proof().reveal());
    buy(1);
    String proof = mailbox.proof().reveal();
    assertThat(endpoints.stop(proof + "A")).isFalse();
    assertThat(endpoints.stop("")).isFalse();
    assertThat(only().off()).isEmpty();
    clock.pass(Endpoints.OFFER);

    assertThat(endpoints.stop(proof)).as("the link of any letter, however old").isTrue();
    assertThat(endpoints.stop(proof)).as("once more").isTrue();
    buy(2);

    assertThat(only().off().orElseThrow().reason()).isEqualTo(Endpoint.Reason.STOPPED);
    assertThat(deliveries.of(OURS, EVER, 9))
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.state()).isEqualTo(DeliveryState.GIVEN_UP);
              assertThat(it.answer()).contains("Whoever reads there wants no more of it.");
            });
    assertThat(endpoints.turnOn(OURS, ENDPOINT)).as("nobody turns it on by force").isFalse();
    assertThat(deliveries.test(OURS, ENDPOINT, delivery(1))).isEqualTo(Testing.UNKNOWN);
  }

  /// The letter that asks has the link, too.
  @Test
  void isStoppedBeforeAnybodyHasAgreedAndCanBeAgreedToAllTheSame() {
    assertThat(endpoints.stop(mailbox.proof().reveal())).isTrue();
    assertThat(deliveries.test(OURS, ENDPOINT, delivery(1))).isEqualTo(Testing.UNKNOWN);

    assertThat(endpoints.confirm(mailbox.proof().reveal())).isEqualTo(Agreeing.AGREED);

    assertThat(only().off()).isEmpty();
  }

  /// Each minute, for ever, it would be sent to an address where nobody reads.
  @Test
  void isNotAskedOverAndOverWhenItBounces() {
    deliveries.test(OURS, ENDPOINT, delivery(1));
    deliveries.tried(
        deliveries.take(deliveries.fallDue(9).getFirst()).orElseThrow(),
        new Attempt.Gone("Nobody reads mail at this address.", false));
    clock.pass(Duration.ofHours(1));

    assertThat(deliveries.fallDue(9)).isEmpty();
    assertThat(deliveries.of(OURS, EVER, 9).getFirst().state()).isEqualTo(DeliveryState.GIVEN_UP);
    assertThat(only().off().orElseThrow().reason()).isEqualTo(Endpoint.Reason.UNCONFIRMED);
  }

  /// The mail service failed while it asked: that says nothing of the address.
  @Test
  void startsAnewWithItsFirstLeadOnceSomebodyHasAgreed() {
    for (int time = 1; time < Deliveries.MOST_FAILURES; time++) {
      clock.pass(Duration.ofDays(1));
      deliveries.test(OURS, ENDPOINT, delivery(time));
      deliveries.tried(
          deliveries.take(delivery(time)).orElseThrow(), new Attempt.GivenUp("It failed.", false));
    }
    endpoints.confirm(mailbox.proof().reveal());
    buy(1);

    deliveries.tried(
        deliveries.take(deliveries.fallDue(9).getFirst()).orElseThrow(),
        new Attempt.Later(Duration.ofSeconds(5), "It failed.", false));

    assertThat(only().off()).isEmpty();
  }

  /// It is our limit that is reached.
  @Test
  void staysOnHoweverOftenWeCouldNotSend() {
    endpoints.confirm(mailbox.proof().reveal());
    buy(1);
    for (int time = 0; time <= Deliveries.MOST_FAILURES; time++) {
      clock.pass(Duration.ofHours(2));
      Parcel parcel = deliveries.take(deliveries.fallDue(9).getFirst()).orElseThrow();
      deliveries.tried(parcel, new Attempt.Postponed(Duration.ofHours(1), "Not now."));
    }

    assertThat(only().off()).isEmpty();
    assertThat(deliveries.of(OURS, EVER, 9).getFirst().state()).isEqualTo(DeliveryState.DUE);
  }

  private Endpoint only() {
    return endpoints.of(OURS).getFirst();
  }

  private void buy(int number) {
    clock.pass(Duration.ofMinutes(1));
    Sales.buy(database, OURS, Sales.hold(database, OURS, OfferFixtures.leadId(number)));
  }

  /// The same each time it is asked for: another proof than that of the first.
  private static Mailbox other(int number) {
    return new Mailbox(
        MailAddress.of("reader" + number + "@team.example"),
        new AccessKey(endpoint(number).text() + ".proof-of-" + number),
        false);
  }

  private static EndpointId endpoint(int number) {
    return new EndpointId(Ids.derived("endpoint", String.valueOf(number)));
  }

  private static DeliveryId delivery(int number) {
    return new DeliveryId(Ids.derived("delivery", String.valueOf(number)));
  }
}
