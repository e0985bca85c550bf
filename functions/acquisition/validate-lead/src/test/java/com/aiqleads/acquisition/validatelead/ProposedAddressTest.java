package com.aiqleads.acquisition.validatelead;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.acquisition.events.Examples;
import com.aiqleads.ai.Allowance;
import com.aiqleads.ai.FakeModelServer;
import com.aiqleads.events.acquisition.LeadRejected;
import com.aiqleads.events.acquisition.LeadValidated;
import com.aiqleads.events.acquisition.ListingFacts;
import com.aiqleads.events.acquisition.ListingParsed;
import com.aiqleads.events.acquisition.RawAddress;
import com.aiqleads.events.acquisition.Reason;
import com.aiqleads.events.acquisition.ValueProposed;
import com.aiqleads.lambda.FakeInvocation;
import com.aiqleads.lambda.FakeQueues;
import com.aiqleads.lambda.FixedSecrets;
import com.aiqleads.lambda.Secrets;
import com.aiqleads.lambda.TestEvents;
import com.aiqleads.lambda.TestFunction;
import io.micronaut.context.ApplicationContext;
import io.micronaut.serde.ObjectMapper;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProposedAddressTest {

  private static final String RESOLVE = "aiqleads-test-acquisition-resolve-lead";
  private static final String REFUSALS = "aiqleads-test-acquisition-keep-refusals";
  private static final String LINEAGE = "aiqleads-test-acquisition-keep-lineage";
  private static final String SAID =
      "Sunny home, call 305-958-2368. It is at 1468 SW 22nd Ter, Miami, FL 33145.";

  private final FakeModelServer server = FakeModelServer.start();
  private final FakeQueues queues = new FakeQueues();
  private ApplicationContext context = started("addresses");
  private int left = 1;

  @AfterEach
  void close() {
    context.close();
    server.close();
  }

  @Test
  void takesInAHomeWhoseAddressAModelCopiedOutOfItsText() {
    server.says(address("1468 SW 22nd Ter", "Miami", "FL", "33145"));

    handle();

    LeadValidated valid =
        examples().in(queues.bodiesSentTo(RESOLVE).getFirst(), LeadValidated.class);
    assertThat(valid.address().street()).isEqualTo("1468 SW 22ND TER");
    assertThat(valid.listing().description()).doesNotContain("1468");
    assertThat(proposed().field()).isEqualTo("address");
    assertThat(proposed().verdict().code()).isEqualTo("confirmed");
    assertThat(proposed().model()).isEqualTo("tiny-1-2026");
    assertThat(server.asked()).singleElement().asString().doesNotContain("958-2368");
  }

  @Test
  void aHouseNumberThatAModelInventedIsRefusedAndRemembered() {
    server.says(address("1486 SW 22nd Ter", "Miami", "FL", "33145"));

    handle();

    assertRefused();
    assertThat(proposed().value()).startsWith("1486");
    assertThat(proposed().verdict().code()).isEqualTo("invented");
  }

  @ParameterizedTest
  @ValueSource(strings = {"I cannot help with that.", "{\"street\":", "[]", "{\"street\":\" \"}"})
  void anAnswerThatIsNoneChangesNothing(String answer) {
    server.says(answer);

    handle();

    assertRefused();
    assertThat(queues.bodiesSentTo(LINEAGE)).isEmpty();
  }

  @Test
  void aModelThatIsBusyOrAwayChangesNothing() {
    left = 2;
    server.isBusyFor("60");
    handle();
    server.close();
    handle();

    assertRefused();
    assertThat(queues.bodiesSentTo(LINEAGE)).isEmpty();
  }

  @Test
  void asksNoMoreThanItMayInADay() {
    left = 0;

    handle();

    assertRefused();
    assertThat(server.asked()).isEmpty();
  }

  @Test
  void asksNobodyUnlessTheStageSaysSo() {
    context.close();
    context = started("wording");

    handle();

    assertRefused();
    assertThat(server.asked()).isEmpty();
  }

  private ApplicationContext started(String proposals) {
    ApplicationContext started =
        TestFunction.start(
            "acquisition",
            "validate-lead",
            queues,
            Map.of(
                "aiqleads.proposals",
                proposals,
                "aiqleads.routes",
                "LeadValidated=acquisition-resolve-lead;LeadRejected=acquisition-keep-refusals;"
                    + "ValueProposed=acquisition-keep-lineage"));
    started.registerSingleton(
        Secrets.class, new FixedSecrets(Map.of("language-model", server.secret())));
    started.registerSingleton(Allowance.class, (Allowance) () -> left-- > 0);
    return started;
  }

  private void assertRefused() {
    assertThat(queues.bodiesSentTo(RESOLVE)).isEmpty();
    LeadRejected refused =
        examples().in(queues.bodiesSentTo(REFUSALS).getFirst(), LeadRejected.class);
    assertThat(refused.reasons()).extracting(Reason::code).containsExactly("no_address");
  }

  private ValueProposed proposed() {
    return examples().in(queues.bodiesSentTo(LINEAGE).getFirst(), ValueProposed.class);
  }

  private Examples examples() {
    return new Examples(context.getBean(ObjectMapper.class));
  }

  private static String address(String street, String city, String state, String zip) {
    return "```json\n{\"street\":\"%s\",\"city\":\"%s\",\"state\":\"%s\",\"zip\":\"%s\"}\n```"
        .formatted(street, city, state, zip);
  }

  private void handle() {
    ListingParsed parsed = examples().of(ListingParsed.class);
    ListingFacts said = parsed.listing();
    ListingParsed without =
        new ListingParsed(
            parsed.listingId(),
            parsed.pageId(),
            parsed.snapshotKey(),
            parsed.parserVersion(),
            parsed.market(),
            new ListingFacts(
                said.source(),
                said.sourceListingId(),
                said.url(),
                said.title(),
                SAID,
                said.price(),
                said.property(),
                said.listedOn(),
                said.photoUrls(),
                said.mlsNumber(),
                said.observedAt()),
            new RawAddress(null, null, null, null),
            parsed.location(),
            parsed.contact(),
            parsed.otherId(),
            parsed.sellerUrl(),
            List.of(),
            null);
    assertThat(
            new ValidateLeadHandler(context)
                .handleRequest(
                    TestEvents.batch(
                        new TestEvents(context.getBean(ObjectMapper.class)).message("a", without)),
                    new FakeInvocation(Duration.ofSeconds(30)))
                .getBatchItemFailures())
        .isEmpty();
  }
}
