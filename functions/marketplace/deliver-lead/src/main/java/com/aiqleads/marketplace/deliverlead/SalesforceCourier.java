package com.aiqleads.marketplace.deliverlead;

import com.aiqleads.marketplace.Address;
import com.aiqleads.marketplace.ShownLead;
import com.aiqleads.marketplace.delivery.Courier;
import com.aiqleads.marketplace.delivery.DeliveryId;
import com.aiqleads.marketplace.delivery.Destination.Salesforce;
import com.aiqleads.marketplace.delivery.Freight;
import com.aiqleads.marketplace.delivery.Receipt;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// Makes a lead, with a token that is fetched for it. Whom a duplicate rule of the organisation
/// knows, it has. The token is used where the team said, wherever the answer says it is good.
@Singleton
record SalesforceCourier(Talk talk) implements Courier<Salesforce> {

  private static final String LEADS = "/services/data/v62.0/sobjects/Lead";
  private static final Duration DAILY = Duration.ofHours(1);

  /// A lead must have both there.
  private static final String NOBODY = "Unknown";

  private static final String PRIVATE = "Private seller";

  @Override
  public Receipt bring(Salesforce organisation, DeliveryId id, Freight freight) {
    String form =
        "grant_type=client_credentials&client_id="
            + encoded(organisation.client().reveal())
            + "&client_secret="
            + encoded(organisation.secret().reveal());
    return talk.ask(
        URI.create(organisation.address() + "/services/oauth2/token"),
        Map.of("Content-Type", "application/x-www-form-urlencoded"),
        form,
        reply -> enter(reply, organisation, Prospect.of(freight)));
  }

  private Receipt enter(Reply reply, Salesforce organisation, Prospect prospect) {
    String token = reply.token();
    if (reply.code() != 200 || token.isEmpty()) {
      String why = (reply.code() + " " + reply.word("error")).strip();
      return reply.failed("Salesforce gives the app no access: " + why + ".", Duration.ZERO, false);
    }
    return talk.ask(
        URI.create(organisation.address() + LEADS),
        Map.of("Authorization", "Bearer " + token),
        fields(prospect),
        SalesforceCourier::meaning);
  }

  private static Map<String, Object> fields(Prospect prospect) {
    Optional<Address> address = prospect.shown().map(ShownLead.Owned::address);
    return new Sheet()
        .put("FirstName", prospect.given())
        .put("LastName", prospect.family().isEmpty() ? NOBODY : prospect.family())
        .put("Company", PRIVATE)
        .put("Email", prospect.email())
        .put("Phone", prospect.phone())
        .put("Street", address.map(Prospect::street))
        .put("City", address.map(Address::city))
        .put("State", address.map(Address::state))
        .put("PostalCode", address.map(Address::zip))
        .put("Description", prospect.note())
        .put("LeadSource", "AIQLeads")
        .fields();
  }

  private static Receipt meaning(Reply reply) {
    Reply error = reply.first();
    String code = error.word("errorCode");
    if (reply.code() == 201) {
      return reply.isTrue("success") && !reply.id().isEmpty()
          ? new Receipt.Taken("Salesforce has it as lead " + reply.id() + ".")
          : reply.failed("Salesforce answered 201, and told of no lead.");
    }
    return switch (code) {
      case "DUPLICATES_DETECTED" -> new Receipt.Taken("Salesforce had this lead before.");
      case "REQUIRED_FIELD_MISSING" ->
          refused(reply, "Salesforce wants fields that no lead of ours has: " + list(error) + ".");
      case "REQUEST_LIMIT_EXCEEDED" ->
          reply.failed("Salesforce's limit of requests is reached.", DAILY);
      case "INVALID_SESSION_ID" -> reply.failed("Salesforce does not take the access token.");
      case "" -> refused(reply, "Salesforce answered " + reply.code() + ".");
      default ->
          refused(
              reply, "Salesforce refused the lead: " + (code + " " + list(error)).strip() + ".");
    };
  }

  /// An organisation runs programs of its own upon a lead before it refuses it.
  private static Receipt refused(Reply reply, String answer) {
    return reply.failed(answer, Duration.ZERO, true);
  }

  private static String list(Reply error) {
    return error.words("fields");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
