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
import com.aiqleads.marketplace.delivery.DeliveryId;
import com.aiqleads.marketplace.delivery.Destination.Mailbox;
import com.aiqleads.marketplace.delivery.Endpoint;
import com.aiqleads.marketplace.delivery.EndpointId;
import com.aiqleads.marketplace.delivery.Endpoints;
import com.aiqleads.marketplace.delivery.Endpoints.Adding;
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
    assertThat(endpoints.confirm(mailbox.proof().reveal())).isTrue();
    assertThat(endpoints.confirm(mailbox.proof().reveal())).as("once more").isTrue();

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
      assertThat(deliveries.test(OURS, ENDPOINT, delivery(time))).isTrue();
    }
    assertThat(deliveries.test(OURS, ENDPOINT, delivery(4))).isFalse();
    assertThat(deliveries.test(THEIRS, ENDPOINT, delivery(5))).isFalse();

    assertThat(deliveries.fallDue(9)).hasSize(3);
    Parcel parcel = deliveries.take(delivery(1)).orElseThrow();
    assertThat(parcel.destination()).isEqualTo(mailbox);
    assertThat(parcel.bought()).isEmpty();
    deliveries.tried(parcel, new Attempt.Delivered("The mail service took it."));
    assertThat(only().off()).as("nobody has agreed by that").isPresent();
    clock.pass(Duration.ofDays(1));
    assertThat(deliveries.test(OURS, ENDPOINT, delivery(6))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "x", "endpoint_0", "endpoint_0123456789ABCDEFGHJKMNPQRS.proof"})
  void takesNoGarbageForAnAgreement(String garbage) {
    assertThat(endpoints.confirm(garbage)).isFalse();
  }

  @Test
  void takesNothingButTheProofOfTheLetter() {
    String proof = mailbox.proof().reveal();

    assertThat(endpoints.confirm(ENDPOINT.text())).isFalse();
    assertThat(endpoints.confirm(ENDPOINT.text() + ".")).isFalse();
    assertThat(endpoints.confirm(proof.substring(0, proof.length() - 1))).isFalse();
    assertThat(endpoints.confirm(proof + "A")).isFalse();
    assertThat(only().off()).isPresent();
  }

  @Test
  void isAgreedToWithinSevenDays() {
    clock.pass(Endpoints.OFFER.minusSeconds(1));
    assertThat(endpoints.confirm(mailbox.proof().reveal())).isTrue();

    endpoints.add(OURS, endpoint(2), other(2));
    clock.pass(Endpoints.OFFER);
    assertThat(endpoints.confirm(other(2).proof().reveal())).isFalse();
  }

  @Test
  void isForgottenWhenItIsRemoved() {
    assertThat(endpoints.remove(OURS, ENDPOINT)).isTrue();

    assertThat(endpoints.confirm(mailbox.proof().reveal())).isFalse();
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
        new Attempt.Gone("Nobody reads mail at this address."));

    assertThat(only().off().orElseThrow().reason()).isEqualTo(Endpoint.Reason.GONE);
    assertThat(endpoints.turnOn(OURS, ENDPOINT)).isTrue();
    assertThat(only().off()).isEmpty();
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
