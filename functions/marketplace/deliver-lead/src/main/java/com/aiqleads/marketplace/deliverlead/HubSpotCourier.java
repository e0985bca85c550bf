package com.aiqleads.marketplace.deliverlead;

import com.aiqleads.marketplace.Address;
import com.aiqleads.marketplace.ShownLead;
import com.aiqleads.marketplace.delivery.Courier;
import com.aiqleads.marketplace.delivery.DeliveryId;
import com.aiqleads.marketplace.delivery.Destination.HubSpot;
import com.aiqleads.marketplace.delivery.Freight;
import com.aiqleads.marketplace.delivery.Receipt;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Makes a contact. Who is known there stays as the team keeps them: HubSpot refuses a second
/// contact with a mail address, and who has none is looked for by number first. Who has one is not:
/// an agent's or an office's number is that of many.
@Singleton
record HubSpotCourier(Talk talk) implements Courier<HubSpot> {

  private static final Duration DAILY = Duration.ofHours(1);

  @Override
  public Receipt bring(HubSpot account, DeliveryId id, Freight freight) {
    Prospect prospect = Prospect.of(freight);
    return prospect.email().isPresent() || prospect.phones().isEmpty()
        ? make(account, prospect)
        : look(account, prospect, HubSpotSearch.ofNumbers(prospect.phones()));
  }

  private Receipt look(HubSpot account, Prospect prospect, Map<String, Object> query) {
    return ask(
        account,
        "/crm/v3/objects/contacts/search",
        query,
        reply ->
            switch (reply.text("total")) {
              case "" -> reply.failed("HubSpot answered " + reply.code() + " without a result.");
              case "0" -> make(account, prospect);
              default -> known();
            });
  }

  private Receipt make(HubSpot account, Prospect prospect) {
    return ask(
        account,
        "/crm/v3/objects/contacts",
        Map.of("properties", properties(prospect)),
        reply ->
            reply.id().isEmpty()
                ? reply.failed("HubSpot answered " + reply.code() + ", and told of no contact.")
                : new Receipt.Taken("HubSpot has it as contact " + reply.id() + "."));
  }

  private static Map<String, Object> properties(Prospect prospect) {
    Optional<Address> address = prospect.shown().map(ShownLead.Owned::address);
    return new Sheet()
        .put("firstname", prospect.given())
        .put("lastname", prospect.family())
        .put("email", prospect.email())
        .put("phone", prospect.phone())
        .put("address", address.map(Prospect::street))
        .put("city", address.map(Address::city))
        .put("state", address.map(Address::state))
        .put("zip", address.map(Address::zip))
        .put("message", prospect.note())
        .fields();
  }

  private Receipt ask(
      HubSpot account, String path, Map<String, Object> body, Function<Reply, Receipt> success) {
    return talk.ask(
        URI.create(account.address() + path),
        Map.of("Authorization", "Bearer " + account.token().reveal()),
        body,
        reply -> meaning(reply, success));
  }

  private static Receipt meaning(Reply reply, Function<Reply, Receipt> success) {
    return switch (reply.code()) {
      case 200, 201 -> success.apply(reply);
      case 400 -> reply.failed("HubSpot refused the contact: " + why(reply) + ".");
      case 401 ->
          reply.failed("HubSpot does not take the access token: it is wrong, old or revoked.");
      case 403 -> reply.failed("HubSpot's access token may not read and write contacts.");
      case 409 -> known();
      case 429 -> limited(reply);
      default -> reply.failed("HubSpot answered " + reply.code() + ".");
    };
  }

  private static Receipt known() {
    return new Receipt.Taken("HubSpot had this contact before, and keeps it as it was.");
  }

  /// A day's limit is over at midnight of the account's zone, which nobody tells.
  private static Receipt limited(Reply reply) {
    String policy = reply.word("policyName");
    Duration window =
        policy.equals("DAILY")
            ? DAILY
            : Duration.ofMillis(
                reply.status().number("x-hubspot-ratelimit-interval-milliseconds").orElse(0L));
    return reply.failed("HubSpot's limit of requests is reached (" + policy + ").", window);
  }

  private static String why(Reply reply) {
    String category = reply.word("category");
    String codes = reply.words("errors", "code");
    return codes.isEmpty() ? category : category + ", " + codes;
  }
}
