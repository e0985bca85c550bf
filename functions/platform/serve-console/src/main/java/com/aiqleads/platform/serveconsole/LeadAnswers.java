package com.aiqleads.platform.serveconsole;

import com.aiqleads.platform.serveconsole.LeadDetails.Choice;
import com.aiqleads.platform.serveconsole.LeadDetails.Fact;
import com.aiqleads.platform.serveconsole.LeadDetails.Offer;
import io.micronaut.json.tree.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes a lead's page of the API's answer.
final class LeadAnswers {

  private LeadAnswers() {}

  /// With what the passport says of the contact now; none if it could not be had.
  static LeadDetails details(JsonNode lead, Optional<JsonNode> passport, Instant now) {
    Optional<JsonNode> bought = Json.at(lead, "bought");
    JsonNode quality = Json.at(lead, "quality").orElse(lead);
    JsonNode price = Json.at(lead, "price").orElse(lead);
    String description =
        bought.map(mine -> Json.text(mine, "description")).orElse(Json.text(lead, "teaser"));
    String correlationId = Json.text(lead, "correlationId");
    return new LeadDetails(
        Json.text(lead, "headline"),
        facts(lead, now),
        description.isEmpty() ? null : description,
        Words.money(Json.at(price, "amount").orElse(price)),
        Words.reasons(price),
        Json.text(quality, "points") + " of 100",
        Json.text(quality, "band"),
        Words.reasons(quality),
        bought.map(mine -> contact(mine, passport)).orElse(List.of()),
        contactHint(lead),
        isOwned(lead) ? null : offer(lead, price),
        correlationId.isEmpty() ? null : correlationId);
  }

  private static List<Fact> facts(JsonNode lead, Instant now) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Place", Words.place(lead)));
    facts.add(new Fact("Property", Words.property(Json.at(lead, "property").orElse(lead))));
    facts.add(new Fact("Asking price", Words.askingPrice(lead)));
    facts.add(new Fact("Advertised", Words.sources(lead)));
    facts.add(
        new Fact("Known since", Words.age(Instant.parse(Json.text(lead, "firstSeenAt")), now)));
    facts.add(new Fact("Photos", Json.text(lead, "photos")));
    return facts;
  }

  /// Alone only while none of its slots is taken.
  private static Offer offer(JsonNode lead, JsonNode price) {
    long total = Json.number(lead, "slots", "total");
    long free = Json.number(lead, "slots", "free");
    long shared = Json.number(price, "amount", "minorUnits");
    boolean isEarly = Json.at(lead, "opensAt").isPresent();
    List<Choice> choices = new ArrayList<>();
    if (free > 0 && !isEarly) {
      choices.add(new Choice("shared", "Hold it for " + Words.dollars(shared), shared));
    }
    if (free > 0 && free == total && !isEarly) {
      long alone = Json.number(price, "exclusive", "minorUnits");
      choices.add(new Choice("exclusive", "Hold it alone for " + Words.dollars(alone), alone));
    }
    return new Offer(
        Json.text(lead, "leadId"),
        slots(lead, total, free),
        free == 0 && !isEarly && !Words.taken(lead).equals("sold"),
        choices);
  }

  private static String slots(JsonNode lead, long total, long free) {
    String slots =
        free == 0
            ? "All of its slots are " + Words.taken(lead) + "."
            : "At most " + total + " teams may buy it; " + Words.plural(free, "slot") + " left.";
    String opensAt = Json.text(lead, "opensAt");
    return opensAt.isEmpty()
        ? slots
        : slots
            + " It is new: plans with early access come first, and yours can hold it from "
            + Words.time(opensAt)
            + " UTC.";
  }

  private static boolean isOwned(JsonNode lead) {
    return Json.at(lead, "bought").isPresent() || isWithheld(lead);
  }

  private static boolean isWithheld(JsonNode lead) {
    return Json.text(lead, "withheld").equals("true");
  }

  private static String contactHint(JsonNode lead) {
    if (isWithheld(lead) || Json.at(lead, "bought").isPresent()) {
      return "The seller asked not to be contacted, or was erased: nothing is shown any more.";
    }
    boolean phone = Json.text(lead, "hasPhone").equals("true");
    boolean email = Json.text(lead, "hasEmail").equals("true");
    if (!phone && !email) {
      return "The advertisement shows no phone number and no mail address.";
    }
    String what =
        phone && email
            ? "A phone number and a mail address"
            : phone ? "A phone number" : "A mail address";
    return what + " and the exact address come with the purchase.";
  }

  /// The last word is acquisition's: the marketplace may not have heard of a suppression yet.
  private static List<Fact> contact(JsonNode bought, Optional<JsonNode> passport) {
    if (passport.filter(PassportAnswers::isSuppressed).isPresent()) {
      return List.of();
    }
    List<Fact> facts = new ArrayList<>();
    String name = Json.text(bought, "contact", "name");
    if (!name.isEmpty()) {
      facts.add(new Fact("Name", name));
    }
    add(facts, "Phone", Json.list(bought, "contact", "phones"), use(passport, "phone"));
    add(facts, "Mail", Json.list(bought, "contact", "emails"), use(passport, "mail"));
    facts.add(
        new Fact(
            "Address",
            String.join(
                " ",
                List.of(
                    Json.text(bought, "address", "street"),
                    Json.text(bought, "address", "unit")))));
    facts.add(new Fact("Advertisement", Json.text(bought, "url")));
    return facts;
  }

  private static void add(List<Fact> facts, String label, List<JsonNode> values, String use) {
    values.forEach(value -> facts.add(new Fact(label, value.coerceStringValue())));
    if (!values.isEmpty()) {
      facts.add(new Fact(label + ", may be used now for", use));
    }
  }

  private static String use(Optional<JsonNode> passport, String way) {
    return passport
        .map(known -> PassportAnswers.decision(known, way))
        .orElse("nothing: what the lists and the seller say could not be asked");
  }
}
