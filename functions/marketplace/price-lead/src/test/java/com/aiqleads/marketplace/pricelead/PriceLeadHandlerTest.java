package com.aiqleads.marketplace.pricelead;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.events.acquisition.LeadScored;
import com.aiqleads.events.marketplace.LeadPriced;
import com.aiqleads.kernel.Money;
import com.aiqleads.lambda.FakeInvocation;
import com.aiqleads.lambda.FakeQueues;
import com.aiqleads.lambda.TestEvents;
import com.aiqleads.lambda.TestFunction;
import com.aiqleads.marketplace.pricing.PriceBook;
import com.aiqleads.marketplace.pricing.Pricing;
import io.micronaut.context.ApplicationContext;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PriceLeadHandlerTest {
  private static final String PUBLISH = "aiqleads-test-marketplace-publish-lead";

  private final FakeQueues queues = new FakeQueues();
  private final ApplicationContext context =
      TestFunction.start(
          "marketplace",
          "price-lead",
          queues,
          Map.of("aiqleads.routes", "LeadPriced=marketplace-publish-lead"));
  private final PriceLeadHandler function = new PriceLeadHandler(context);
  private final ObjectMapper json = context.getBean(ObjectMapper.class);
  private final LeadScored scored = example();

  @AfterEach
  void close() {
    context.close();
  }

  @Test
  void startsAsDeployed() throws IOException {
    try (PriceLeadHandler deployed = new PriceLeadHandler()) {
      var answer =
          deployed.handleRequest(TestEvents.batch(), new FakeInvocation(Duration.ofSeconds(30)));

      assertThat(answer.getBatchItemFailures()).isEmpty();
    }
  }

  @Test
  void sendsALeadOnWithItsPrice() {
    handle();

    assertThat(queues.bodiesSentTo(PUBLISH))
        .singleElement()
        .asString()
        .contains("\"event\":\"LeadPriced\"")
        .contains("\"priceBook\":\"" + PriceBook.FIRST.version() + "\"")
        .contains(scored.lead().leadId().text());
  }

  @Test
  void saysTheSameTwiceForTheSameEvent() {
    handle();
    handle();

    assertThat(queues.eventIdsSentTo(PUBLISH)).hasSize(2);
    assertThat(queues.bodiesSentTo(PUBLISH).stream().map(PriceLeadHandlerTest::data).distinct())
        .hasSize(1);
  }

  @Test
  void changesNothingButThePrice() {
    LeadPriced priced = new PriceLead(new Pricing(PriceBook.FIRST)).price(scored);

    assertThat(priced.lead()).isEqualTo(scored.lead());
    assertThat(priced.contact()).isEqualTo(scored.contact());
    assertThat(priced.quality()).isEqualTo(scored.quality());
    assertThat(priced.fraud()).isEqualTo(scored.fraud());
    assertThat(priced.price().amount()).isGreaterThan(Money.usd(2_00));
    assertThat(priced.price().reasons()).hasSizeGreaterThan(5);
  }

  private void handle() {
    var message = new TestEvents(json).message("a", scored);
    var answer =
        function.handleRequest(
            TestEvents.batch(message), new FakeInvocation(Duration.ofSeconds(30)));
    assertThat(answer.getBatchItemFailures()).isEmpty();
  }

  private LeadScored example() {
    try (InputStream example = LeadScored.class.getResourceAsStream("LeadScored/v1.example.json")) {
      return json.readValue(example, LeadScored.class);
    } catch (IOException e) {
      throw new IllegalStateException("no example", e);
    }
  }

  private static String data(String body) {
    return body.substring(body.indexOf("\"data\""));
  }
}
