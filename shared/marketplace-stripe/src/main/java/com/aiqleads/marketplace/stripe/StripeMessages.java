package com.aiqleads.marketplace.stripe;

import com.aiqleads.kernel.Money;
import com.aiqleads.marketplace.payments.GatewayFact;
import com.aiqleads.marketplace.payments.GatewayFact.Standing;
import com.aiqleads.marketplace.payments.GatewayMessage;
import com.aiqleads.marketplace.payments.GatewayMessages;
import com.aiqleads.marketplace.payments.PaymentId;
import com.aiqleads.marketplace.payments.Said;
import com.stripe.exception.SignatureVerificationException;
import com.stripe.exception.StripeException;
import com.stripe.net.Webhook;
import io.micronaut.core.type.Argument;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Stripe's webhooks, of every version of its API: only fields that all have are read.
final class StripeMessages implements GatewayMessages {

  private static final Duration TOLERANCE = Duration.ofMinutes(5);
  private static final int PAGE = 100;
  private static final int MOST_PAGES = 10;
  private static final Logger LOG = LoggerFactory.getLogger(StripeMessages.class);

  private final StripeAccount account;
  private final ObjectMapper json;
  private final Clock clock;

  StripeMessages(StripeAccount account, ObjectMapper json, Clock clock) {
    this.account = account;
    this.json = json;
    this.clock = clock;
  }

  @Override
  public Optional<GatewayMessage> read(String body, String signature) {
    return account.webhookSecrets().stream().anyMatch(secret -> isSigned(body, signature, secret))
        ? Optional.of(message(body))
        : Optional.empty();
  }

  private boolean isSigned(String body, String signature, String secret) {
    try {
      return Webhook.Signature.verifyHeader(body, signature, secret, TOLERANCE.toSeconds(), clock);
    } catch (SignatureVerificationException _) {
      return false;
    }
  }

  /// Stripe lists the newest first. A page that does not come leaves out all: what was heard
  /// of it before is heard again, and nothing is missed between.
  @Override
  public Said between(Instant from, Instant until) {
    List<JsonNode> said = new ArrayList<>();
    Optional<String> last = Optional.empty();
    try {
      for (int page = 0; page < MOST_PAGES; page++) {
        JsonNode list = parsed(account.events(from, until, last, PAGE));
        List<JsonNode> events = events(list);
        said.addAll(events);
        last = events.isEmpty() ? last : text(events.getLast(), "id");
        if (!isMore(list)) {
          return all(said.reversed());
        }
      }
      return new Said.TooMuch();
    } catch (StripeException | UncheckedIOException e) {
      LOG.atWarn()
          .addKeyValue("answer", e.getClass().getSimpleName())
          .log("the gateway does not say what it said");
      return new Said.Silence();
    }
  }

  private static Said all(List<JsonNode> events) {
    List<GatewayMessage> messages =
        events.stream().map(StripeMessages::readable).flatMap(Optional::stream).toList();
    return new Said.All(messages, events.size() - messages.size());
  }

  /// One that nobody understands keeps nobody from the others.
  private static Optional<GatewayMessage> readable(JsonNode event) {
    try {
      return Optional.of(message(event));
    } catch (RuntimeException e) {
      LOG.atError()
          .addKeyValue("message", text(event, "id").orElse("without an id"))
          .addKeyValue("type", text(event, "type").orElse("of no type"))
          .addKeyValue("failure", e.getClass().getSimpleName())
          .log("a message of the gateway cannot be read");
      return Optional.empty();
    }
  }

  private static List<JsonNode> events(JsonNode list) {
    return at(list, "data")
        .map(data -> StreamSupport.stream(data.values().spliterator(), false).toList())
        .orElse(List.of());
  }

  private static boolean isMore(JsonNode list) {
    return at(list, "has_more")
        .filter(JsonNode::isBoolean)
        .map(JsonNode::getBooleanValue)
        .orElse(false);
  }

  private GatewayMessage message(String body) {
    return message(parsed(body));
  }

  private static GatewayMessage message(JsonNode event) {
    String type = text(event, "type").orElseThrow();
    return new GatewayMessage(
        text(event, "id").orElseThrow(),
        type,
        Instant.ofEpochSecond(number(event, "created")),
        fact(type, at(event, "data").flatMap(data -> at(data, "object")).orElseThrow()));
  }

  private JsonNode parsed(String body) {
    try {
      return json.readValue(body, Argument.of(JsonNode.class));
    } catch (IOException e) {
      throw new UncheckedIOException("a signed message of Stripe is no JSON", e);
    }
  }

  private static GatewayFact fact(String type, JsonNode object) {
    boolean saysWhose = type.startsWith("checkout.session.") || type.startsWith("payment_intent.");
    return (saysWhose && payment(object).isEmpty()) || !isMoney(object)
        ? new GatewayFact.Nothing()
        : known(type, object);
  }

  /// We ask for dollars: what moves in a currency that Java does not know cannot be of ours.
  private static boolean isMoney(JsonNode object) {
    return text(object, "currency").map(StripeGateway::isCurrency).orElse(true);
  }

  private static GatewayFact known(String type, JsonNode object) {
    return switch (type) {
      case "checkout.session.completed" ->
          text(object, "payment_status").equals(Optional.of("paid"))
              ? paid(object, "payment_intent", "amount_total")
              : new GatewayFact.Pending(payment(object));
      case "checkout.session.async_payment_succeeded" ->
          paid(object, "payment_intent", "amount_total");
      case "checkout.session.async_payment_failed" ->
          new GatewayFact.Failed(payment(object), "declined");
      case "checkout.session.expired" -> new GatewayFact.Failed(payment(object), "expired");
      case "payment_intent.succeeded" -> paid(object, "id", "amount_received");
      case "payment_intent.processing" -> new GatewayFact.Pending(payment(object));
      case "payment_intent.payment_failed" ->
          new GatewayFact.TryFailed(payment(object), failure(object));
      case "payment_intent.canceled" -> new GatewayFact.Failed(payment(object), "canceled");
      case "charge.refunded" ->
          text(object, "payment_intent")
              .<GatewayFact>map(
                  intent -> new GatewayFact.Refunded(intent, money(object, "amount_refunded")))
              .orElseGet(GatewayFact.Nothing::new);
      case "refund.created", "refund.updated", "refund.failed", "charge.refund.updated" ->
          refund(object);
      default -> type.startsWith("charge.dispute.") ? disputed(object) : new GatewayFact.Nothing();
    };
  }

  private static GatewayFact paid(JsonNode object, String intent, String amount) {
    return new GatewayFact.Succeeded(
        payment(object), text(object, intent).orElseThrow(), money(object, amount));
  }

  /// Also the one that Stripe calls canceled: the money has not left.
  private static GatewayFact refund(JsonNode object) {
    String status = text(object, "status").orElse("");
    return text(object, "payment_intent")
        .<GatewayFact>map(
            intent ->
                new GatewayFact.Refund(
                    text(object, "id").orElseThrow(),
                    intent,
                    money(object, "amount"),
                    status.equals("failed") || status.equals("canceled")))
        .orElseGet(GatewayFact.Nothing::new);
  }

  private static GatewayFact disputed(JsonNode object) {
    Standing standing =
        switch (text(object, "status").orElse("")) {
          case "won", "warning_closed", "prevented" -> Standing.WON;
          case "lost" -> Standing.LOST;
          default -> Standing.OPEN;
        };
    return text(object, "payment_intent")
        .<GatewayFact>map(
            intent ->
                new GatewayFact.Disputed(
                    text(object, "id").orElseThrow(), intent, money(object, "amount"), standing))
        .orElseGet(GatewayFact.Nothing::new);
  }

  /// Of whatever is sold by this account, only what we began has one.
  private static Optional<PaymentId> payment(JsonNode object) {
    return at(object, "metadata")
        .flatMap(metadata -> text(metadata, StripeGateway.PAYMENT))
        .flatMap(StripeMessages::parsedId);
  }

  private static Optional<PaymentId> parsedId(String text) {
    try {
      return Optional.of(PaymentId.parse(text));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static String failure(JsonNode object) {
    return at(object, "last_payment_error").flatMap(StripeMessages::code).orElse("declined");
  }

  /// What the bank itself said, if it said more than no.
  private static Optional<String> code(JsonNode error) {
    Optional<String> code = text(error, "code");
    return code.filter("card_declined"::equals)
        .flatMap(_ -> text(error, "decline_code"))
        .or(() -> code);
  }

  private static Money money(JsonNode object, String amount) {
    return StripeGateway.money(number(object, amount), text(object, "currency").orElseThrow());
  }

  private static long number(JsonNode object, String name) {
    return at(object, name).filter(JsonNode::isNumber).orElseThrow().getLongValue();
  }

  private static Optional<String> text(JsonNode object, String name) {
    return at(object, name).filter(JsonNode::isString).map(JsonNode::getStringValue);
  }

  private static Optional<JsonNode> at(JsonNode object, String name) {
    return Optional.ofNullable(object.get(name)).filter(node -> !node.isNull());
  }
}
