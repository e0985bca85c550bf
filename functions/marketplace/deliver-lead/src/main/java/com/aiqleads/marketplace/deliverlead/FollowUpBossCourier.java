package com.aiqleads.marketplace.deliverlead;

import com.aiqleads.kernel.Money;
import com.aiqleads.marketplace.ShownLead;
import com.aiqleads.marketplace.delivery.AccessKey;
import com.aiqleads.marketplace.delivery.Courier;
import com.aiqleads.marketplace.delivery.DeliveryId;
import com.aiqleads.marketplace.delivery.Destination.FollowUpBoss;
import com.aiqleads.marketplace.delivery.Freight;
import com.aiqleads.marketplace.delivery.Receipt;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Tells of an inquiry, for only that starts what a team does with new leads; people who are known
/// by mail address or number are found there. 204 means that it was thrown away: the team has
/// archived the lead flow of this source.
///
/// No time is told: what is older than a day would start nothing.
@Singleton
record FollowUpBossCourier(Talk talk, RegisteredSystem system) implements Courier<FollowUpBoss> {

  private static final String US = RegisteredSystem.NAME;

  @Override
  public Receipt bring(FollowUpBoss account, DeliveryId id, Freight freight) {
    Map<String, String> headers = new HashMap<>(system.headers());
    headers.put("Authorization", basic(account.key()));
    return talk.ask(
        URI.create(account.address() + "/v1/events"),
        headers,
        event(Prospect.of(freight)),
        FollowUpBossCourier::meaning);
  }

  private static Map<String, Object> event(Prospect prospect) {
    Map<String, Object> person =
        new Sheet()
            .put("firstName", prospect.given())
            .put("lastName", prospect.family())
            .put("emails", values(prospect.emails()))
            .put("phones", values(prospect.phones()))
            .put("tags", List.of(US))
            .fields();
    return new Sheet()
        .put("source", US)
        .put("system", US)
        .put("type", "Seller Inquiry")
        .put("message", prospect.note())
        .put("person", person)
        .put("property", prospect.shown().map(FollowUpBossCourier::property).orElse(null))
        .fields();
  }

  private static Map<String, Object> property(ShownLead.Owned shown) {
    return new Sheet()
        .put("street", Prospect.street(shown.address()))
        .put("city", shown.address().city())
        .put("state", shown.address().state())
        .put("code", shown.address().zip())
        .put("price", price(shown.card().askingPrice()))
        .put("type", shown.card().property().type())
        .put("bedrooms", shown.card().property().bedrooms())
        .put("bathrooms", shown.card().property().bathrooms())
        .put("area", shown.card().property().livingAreaSqft())
        .put("lot", shown.card().property().lotSizeSqft())
        .put("url", shown.advertisement().url())
        .fields();
  }

  private static @Nullable BigDecimal price(@Nullable Money asking) {
    return asking == null ? null : asking.majorUnits();
  }

  private static List<Map<String, String>> values(List<String> texts) {
    return texts.stream().map(text -> Map.of("value", text)).toList();
  }

  private static Receipt meaning(Reply reply) {
    return switch (reply.code()) {
      case 200, 201 ->
          reply.id().isEmpty()
              ? reply.failed("Follow Up Boss answered " + reply.code() + ", and told of nobody.")
              : new Receipt.Taken("Follow Up Boss has it as person " + reply.id() + ".");
      case 204 ->
          reply.failed(
              "Follow Up Boss ignored it: there the lead flow of the source AIQLeads is archived.");
      case 400 -> reply.failed("Follow Up Boss refused the inquiry.");
      case 401 -> reply.failed("Follow Up Boss does not take the API key: it is wrong or revoked.");
      case 403 -> reply.failed("Follow Up Boss lets the owner of the API key send no leads.");
      case 429 -> reply.failed("Follow Up Boss's limit of requests is reached.");
      default -> reply.failed("Follow Up Boss answered " + reply.code() + ".");
    };
  }

  /// The key is the name, and there is no password.
  private static String basic(AccessKey key) {
    byte[] name = (key.reveal() + ":").getBytes(StandardCharsets.US_ASCII);
    return "Basic " + Base64.getEncoder().encodeToString(name);
  }
}
