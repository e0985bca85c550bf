package com.aiqleads.marketplace.deliverlead;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.events.marketplace.DeliveryFellDue;
import com.aiqleads.kernel.CorrelationId;
import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.kernel.UserId;
import com.aiqleads.lambda.FakeInvocation;
import com.aiqleads.lambda.FakeQueues;
import com.aiqleads.lambda.FieldCipher;
import com.aiqleads.lambda.PublicConnections;
import com.aiqleads.lambda.TestEvents;
import com.aiqleads.lambda.TestFunction;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.marketplace.OfferFixtures;
import com.aiqleads.marketplace.Offers;
import com.aiqleads.marketplace.Offers.Standing;
import com.aiqleads.marketplace.Storefront;
import com.aiqleads.marketplace.delivery.Carrier;
import com.aiqleads.marketplace.delivery.Deliveries;
import com.aiqleads.marketplace.delivery.Delivery;
import com.aiqleads.marketplace.delivery.DeliveryId;
import com.aiqleads.marketplace.delivery.DeliveryState;
import com.aiqleads.marketplace.delivery.Destination;
import com.aiqleads.marketplace.delivery.EndpointId;
import com.aiqleads.marketplace.delivery.Endpoints;
import com.aiqleads.marketplace.delivery.SigningSecret;
import com.aiqleads.marketplace.holds.Hold;
import com.aiqleads.marketplace.holds.HoldAnswer.Held;
import com.aiqleads.marketplace.holds.Holds;
import com.aiqleads.marketplace.holds.SaleMode;
import com.aiqleads.marketplace.holds.Wishes;
import com.aiqleads.marketplace.orders.Checkout;
import com.aiqleads.marketplace.orders.OrderId;
import com.aiqleads.marketplace.orders.Orders;
import com.aiqleads.marketplace.wallet.Grant;
import com.aiqleads.marketplace.wallet.TransferId;
import com.aiqleads.marketplace.wallet.Wallets;
import com.aiqleads.testkit.PostgresService;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.RuntimeBeanDefinition;
import io.micronaut.core.type.Argument;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DeliverLeadHandlerTest {

  @RegisterExtension
  static final PostgresService postgres = PostgresService.forContext("marketplace");

  private static final FakeInvocation INVOCATION = new FakeInvocation(Duration.ofSeconds(40));
  private static final Instant EVER = Instant.parse("9999-01-01T00:00:00Z");
  private static final LeadId LEAD = OfferFixtures.leadId(1);
  private static final TeamId TEAM = new TeamId(Ids.derived("team", "ours"));
  private static final EndpointId ENDPOINT = new EndpointId(Ids.derived("endpoint"));
  private static final SigningSecret SECRET = SigningSecret.fresh();

  private final Receiver receiver;
  private final ApplicationContext context;
  private final ObjectMapper json;
  private final Deliveries deliveries;

  DeliverLeadHandlerTest() throws IOException {
    receiver = new Receiver();
    context =
        TestFunction.start(
            "marketplace",
            "deliver-lead",
            new FakeQueues(),
            Map.of(
                "aiqleads.api.url", "https://aiqleads.example", "aiqleads.mail.folder", "target"),
            new Database(postgres.dataSource()),
            new FieldCipher(List.of(new byte[32])));
    HttpCarrier carrier =
        new HttpCarrier(new PublicConnections(Set.of("127.0.0.1")), Duration.ofSeconds(20));
    context.registerBeanDefinition(
        RuntimeBeanDefinition.builder(HttpCarrier.class, () -> carrier)
            .replaces(HttpCarrier.class)
            .singleton(true)
            .build());
    json = context.getBean(ObjectMapper.class);
    deliveries = context.getBean(Deliveries.class);
  }

  @BeforeEach
  void buyALead() {
    postgres.clear();
    context
        .getBean(Offers.class)
        .store(OfferFixtures.anOffer(OfferFixtures.aLead(1, 1)), Standing.ON_SALE);
    context
        .getBean(Endpoints.class)
        .add(TEAM, ENDPOINT, new Destination.Webhook(receiver.address(), SECRET));
    Hold hold =
        ((Held)
                context
                    .getBean(Holds.class)
                    .hold(TEAM, Wishes.of(LEAD, SaleMode.SHARED))
                    .getFirst())
            .hold();
    context
        .getBean(Wallets.class)
        .grant(
            TEAM,
            new Grant(
                new TransferId(Ids.derived("transfer")),
                Grant.Kind.GIFT,
                Money.usd(100_00),
                Grant.USUAL_PRIORITY,
                Optional.empty(),
                "start"));
    context
        .getBean(Orders.class)
        .checkOut(
            TEAM,
            new Checkout(
                new OrderId(Ids.derived("order")),
                new UserId(Ids.derived("user")),
                List.of(hold.id()),
                hold.price()));
  }

  @AfterEach
  void close() {
    context.close();
    receiver.close();
  }

  @Test
  void bringsTheLeadSigned() throws Exception {
    assertThat(handle(due()).getBatchItemFailures()).isEmpty();

    Receiver.Got got = receiver.got().getFirst();
    assertThat(got.id()).isEqualTo(only().id().text());
    assertThat(got.signature())
        .isEqualTo(
            SECRET.sign(
                got.id(), Instant.ofEpochSecond(Long.parseLong(got.timestamp())), got.body()));
    JsonNode message = json.readValue(got.body(), Argument.of(JsonNode.class));
    assertThat(message.get("type").getStringValue()).isEqualTo("lead.bought");
    JsonNode data = message.get("data");
    assertThat(data.get("lead").getStringValue()).isEqualTo(LEAD.text());
    assertThat(data.get("seller").get("phones").get(0).getStringValue())
        .isEqualTo(OfferFixtures.aContact().phones().getFirst().e164());
    assertThat(data.get("address").get("street").getStringValue()).isNotBlank();
    assertThat(data.get("passport").getStringValue())
        .isEqualTo("/leads/" + LEAD.text() + "/passport");
    assertThat(only().state()).isEqualTo(DeliveryState.DELIVERED);
  }

  @Test
  void theSameEventTwiceIsSentOnce() {
    DeliveryId due = due();

    handle(due);
    handle(due);

    assertThat(receiver.got()).hasSize(1);
    assertThat(only().attempts()).isEqualTo(1);
  }

  @Test
  void aServerThatFailsIsNoFailureOfTheFunction() {
    receiver.answers(503);

    assertThat(handle(due()).getBatchItemFailures()).isEmpty();

    assertThat(only().state()).isEqualTo(DeliveryState.DUE);
    assertThat(only().answer()).contains("The server answered 503.");
    assertThat(only().next().orElseThrow())
        .as("as its Retry-After says")
        .isAfter(Instant.now().plus(Duration.ofMinutes(110)));
  }

  @Test
  void aCourierThatFailsHasTried() {
    Carrier broken =
        _ -> {
          throw new IllegalStateException("broken");
        };
    Couriers couriers =
        new Couriers(
            new WebhookCourier(broken, json),
            context.getBean(HubSpotCourier.class),
            context.getBean(FollowUpBossCourier.class),
            context.getBean(SalesforceCourier.class),
            context.getBean(MailCourier.class));

    new DeliverLead(deliveries, context.getBean(Storefront.class), couriers, Instant::now)
        .deliver(due());

    assertThat(only().state()).isEqualTo(DeliveryState.DUE);
    assertThat(only().attempts()).isEqualTo(1);
    assertThat(only().answer()).contains("It failed on our side.");
  }

  @Test
  void whatWasErasedIsNotSent() {
    DeliveryId due = due();
    context.getBean(Offers.class).erase(LEAD, 2, new CorrelationId(Ids.derived("journey")));

    handle(due);

    assertThat(receiver.got()).isEmpty();
    assertThat(only().answer()).contains("Its seller may not be contacted any more.");
    assertThat(only().state()).isEqualTo(DeliveryState.GIVEN_UP);
  }

  @Test
  void whoAskedNotToBeContactedIsNotPassedOn() {
    DeliveryId due = due();
    context.getBean(Offers.class).withhold(LEAD, 2);

    handle(due);

    assertThat(receiver.got()).isEmpty();
    assertThat(only().state()).isEqualTo(DeliveryState.GIVEN_UP);
  }

  @Test
  void aTestSaysNothingOfAnyLead() throws Exception {
    DeliveryId test = new DeliveryId(Ids.derived("test"));
    deliveries.test(TEAM, ENDPOINT, test);

    handle(test);

    JsonNode message =
        json.readValue(receiver.got().getFirst().body(), Argument.of(JsonNode.class));
    assertThat(message.get("type").getStringValue()).isEqualTo("endpoint.test");
    assertThat(message.get("data")).isNull();
  }

  @Test
  void aMessageSaysOnlyItsTypeByItself() {
    assertThat(LeadMessage.test(Instant.EPOCH)).hasToString("endpoint.test");
  }

  @Test
  void whatIsNoDeliveryIsADeadLetter() {
    assertThat(handle("somewhere").getBatchItemFailures()).isEmpty();
    assertThat(receiver.got()).isEmpty();
  }

  @Test
  void startsAsDeployed() throws Exception {
    try (DeliverLeadHandler handler = new DeliverLeadHandler()) {
      assertThat(handler.getApplicationContext().isRunning()).isTrue();
    }
  }

  private DeliveryId due() {
    return deliveries.fallDue(1).getFirst();
  }

  private Delivery only() {
    return deliveries.of(TEAM, EVER, 10).getFirst();
  }

  private SQSBatchResponse handle(DeliveryId id) {
    return handle(id.text());
  }

  private SQSBatchResponse handle(String id) {
    DeliveryFellDue event = new DeliveryFellDue(id, Instant.parse("2026-11-20T12:00:00Z"));
    return new DeliverLeadHandler(context)
        .handleRequest(TestEvents.batch(new TestEvents(json).message("a", event)), INVOCATION);
  }
}
