package com.aiqleads.acquisition.validatelead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aiqleads.acquisition.address.FakeCensus;
import com.aiqleads.acquisition.events.Examples;
import com.aiqleads.acquisition.validation.InMemoryValidationCache;
import com.aiqleads.acquisition.validation.ValidationCache;
import com.aiqleads.events.acquisition.LeadRejected;
import com.aiqleads.events.acquisition.LeadValidated;
import com.aiqleads.events.acquisition.ListingParsed;
import com.aiqleads.events.acquisition.PostalAddress;
import com.aiqleads.events.acquisition.RawAddress;
import com.aiqleads.events.acquisition.Reason;
import com.aiqleads.kernel.GeoPoint;
import com.aiqleads.kernel.Phone;
import com.aiqleads.lambda.FakeInvocation;
import com.aiqleads.lambda.FakeQueues;
import com.aiqleads.lambda.TestEvents;
import com.aiqleads.lambda.TestFunction;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.micronaut.context.ApplicationContext;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValidateLeadHandlerTest {

  private static final String RESOLVE = "aiqleads-test-acquisition-resolve-lead";
  private static final String DEAD = "aiqleads-test-acquisition-validate-lead-dead";
  private static final String REFUSALS = "aiqleads-test-acquisition-keep-refusals";

  private final FakeQueues queues = new FakeQueues();
  private final ApplicationContext context =
      TestFunction.start(
          "acquisition",
          "validate-lead",
          queues,
          Map.of(
              "aiqleads.routes",
              "LeadValidated=acquisition-resolve-lead;LeadRejected=acquisition-keep-refusals"));
  private final Examples examples = new Examples(context.getBean(ObjectMapper.class));
  private final ListingParsed parsed = examples.of(ListingParsed.class);

  @AfterEach
  void close() {
    context.close();
  }

  @Test
  void startsAsDeployed() throws IOException {
    try (ValidateLeadHandler deployed = new ValidateLeadHandler()) {
      assertThat(
              deployed
                  .handleRequest(TestEvents.batch(), new FakeInvocation(Duration.ofSeconds(30)))
                  .getBatchItemFailures())
          .isEmpty();
    }
  }

  @Test
  void emitsTheNormalisedAdvertisement() {
    handle(parsed);

    LeadValidated valid = examples.in(queues.bodiesSentTo(RESOLVE).getFirst(), LeadValidated.class);
    assertThat(valid.listingId()).isEqualTo(parsed.listingId());
    assertThat(valid.pageId()).isEqualTo(parsed.pageId());
    assertThat(valid.market()).isEqualTo(parsed.market());
    assertThat(valid.listing()).isEqualTo(parsed.listing());
    assertThat(valid.address())
        .isEqualTo(new PostalAddress("1468 SW 22ND TER", null, "MIAMI", "FL", "33145"));
    assertThat(valid.location().accuracy()).isEqualTo("rooftop");
    assertThat(valid.location().point()).isEqualTo(parsed.location());
    assertThat(valid.contact().phones()).containsExactly(new Phone("+13055552368"));
  }

  @Test
  void passesOnTheOtherIdOfTheSite() {
    handle(addressed(parsed.address()));

    LeadValidated valid = examples.in(queues.bodiesSentTo(RESOLVE).getFirst(), LeadValidated.class);
    assertThat(valid.otherId()).isEqualTo("a-second-id");
  }

  @Test
  void refusesWithTheReason() {
    handle(addressed(new RawAddress(null, "Miami", "FL", "33145")));

    LeadRejected refused =
        examples.in(queues.bodiesSentTo(REFUSALS).getFirst(), LeadRejected.class);
    assertThat(refused.step()).isEqualTo("validate-lead");
    assertThat(refused.source()).isEqualTo("fsbo");
    assertThat(refused.url()).isEqualTo(parsed.listing().url());
    assertThat(refused.reasons()).extracting(Reason::code).containsExactly("no_address");
  }

  @ParameterizedTest
  @CsvSource({"fsbo, elsewhere", "house, castle", "title, tittle"})
  void putsAsideAnEventOfWordsThatItDoesNotKnow(String known, String unknown) {
    SQSMessage message = message(parsed);
    assertThat(message.getBody()).contains(quoted(known));
    message.setBody(message.getBody().replace(quoted(known), quoted(unknown)));

    handle(message);

    assertThat(queues.sentTo(DEAD)).hasSize(1);
    assertThat(queues.sentTo(RESOLVE)).isEmpty();
  }

  @Test
  void saysTheSameEventAgainForTheSameAdvertisement() {
    handle(parsed);
    handle(parsed);

    assertThat(queues.eventIdsSentTo(RESOLVE))
        .hasSize(2)
        .containsOnly(queues.eventIdsSentTo(RESOLVE).getFirst());
  }

  @Test
  void asksTheCensusWhereTheStageSaysSoAndRemembersTheAnswer() {
    try (FakeCensus census = FakeCensus.start().knowsAll();
        ApplicationContext asking = asking(census, new InMemoryValidationCache())) {
      handle(asking, message(placed(null)));
      handle(asking, message(placed(null)));

      assertThat(accuracies()).containsExactly("street", "street");
      assertThat(census.requests()).isEqualTo(1);
    }
  }

  @Test
  void losesNoLeadToAGeocoderOrACacheThatFails() {
    ValidationCache failing =
        new ValidationCache() {
          @Override
          public Optional<String> find(Kind kind, String subject) {
            throw new IllegalStateException("no cache");
          }

          @Override
          public void keep(Kind kind, String subject, String answer, Duration howLong) {
            throw new IllegalStateException("no cache");
          }
        };
    try (FakeCensus census = FakeCensus.start().answers(503);
        ApplicationContext down = asking(census, new InMemoryValidationCache());
        ApplicationContext forgetful = asking(census, failing)) {
      handle(down, message(placed(null)));
      handle(forgetful, message(placed(null)));

      assertThat(accuracies()).containsExactly("zip", "zip");
    }
  }

  @ParameterizedTest
  @CsvSource({"aiqleads.geocoder, atlas", "aiqleads.mail-domains, pigeon"})
  void saysAtItsStartWhichServiceItDoesNotKnow(String key, String unknown) {
    try (ApplicationContext mistaken =
        TestFunction.start("acquisition", "validate-lead", queues, Map.of(key, unknown))) {
      assertThatThrownBy(() -> new ValidateLeadHandler(mistaken))
          .rootCause()
          .hasMessageContaining(key)
          .hasMessageContaining(unknown);
    }
  }

  @ParameterizedTest
  @CsvSource({"PT30S, PT10S", "PT14S, PT10S", "PT13.9S, PT9.9S", "PT4S, PT0S", "PT1S, PT0S"})
  void leavesTimeToSendWhatItFound(Duration remaining, Duration patience) {
    assertThat(ValidateLead.patience(remaining)).isEqualTo(patience);
  }

  private ApplicationContext asking(FakeCensus census, ValidationCache cache) {
    return TestFunction.start(
        "acquisition",
        "validate-lead",
        queues,
        Map.of(
            "aiqleads.routes",
            "LeadValidated=acquisition-resolve-lead",
            "aiqleads.geocoder",
            "census",
            "aiqleads.mail-domains",
            "dns",
            "aiqleads.name-server",
            "dns://127.0.0.1:1",
            "aiqleads.geocoder-url",
            census.address().toString()),
        cache);
  }

  private List<String> accuracies() {
    return queues.bodiesSentTo(RESOLVE).stream()
        .map(body -> examples.in(body, LeadValidated.class).location().accuracy())
        .toList();
  }

  private static String quoted(String word) {
    return '"' + word + '"';
  }

  private SQSMessage message(ListingParsed event) {
    return new TestEvents(context.getBean(ObjectMapper.class)).message("a", event);
  }

  private void handle(ListingParsed event) {
    handle(message(event));
  }

  private void handle(SQSMessage message) {
    handle(context, message);
  }

  private static void handle(ApplicationContext function, SQSMessage message) {
    assertThat(
            new ValidateLeadHandler(function)
                .handleRequest(
                    TestEvents.batch(message), new FakeInvocation(Duration.ofSeconds(30)))
                .getBatchItemFailures())
        .isEmpty();
  }

  private ListingParsed placed(@Nullable GeoPoint place) {
    return changed(parsed.address(), place);
  }

  private ListingParsed addressed(RawAddress address) {
    return changed(address, parsed.location());
  }

  private ListingParsed changed(RawAddress address, @Nullable GeoPoint place) {
    return new ListingParsed(
        parsed.listingId(),
        parsed.pageId(),
        parsed.snapshotKey(),
        parsed.parserVersion(),
        parsed.market(),
        parsed.listing(),
        address,
        place,
        parsed.contact(),
        "a-second-id",
        null,
        List.of(),
        null);
  }
}
