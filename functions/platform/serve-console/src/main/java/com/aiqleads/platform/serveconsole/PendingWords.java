package com.aiqleads.platform.serveconsole;

import com.aiqleads.platform.serveconsole.Api.Answer;
import com.aiqleads.platform.serveconsole.WalletPage.Pending;
import io.micronaut.json.tree.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Money that is not in the wallet yet, as people read it: what is taken from the saved card, and
/// what somebody pays on the page.
final class PendingWords {

  private static final Set<String> UNDER_WAY = Set.of("unknown", "needs_action", "pending");

  private PendingWords() {}

  static List<Pending> all(Answer filling, Answer topUps) {
    List<JsonNode> awaited = Json.list(filling.body(), "awaited");
    Set<String> ofCard =
        awaited.stream().map(one -> Json.text(one, "id")).collect(Collectors.toSet());
    return Stream.concat(
            awaited.stream().map(PendingWords::ofCard),
            Json.list(topUps.body(), "topUps").stream()
                .filter(one -> UNDER_WAY.contains(Json.text(one, "state")))
                .filter(one -> !ofCard.contains(Json.text(one, "id")))
                .map(PendingWords::onPage))
        .toList();
  }

  private static Pending ofCard(JsonNode one) {
    boolean isOwners = Json.text(one, "waitsFor").equals("owner");
    return new Pending(
        amount(one),
        Json.text(one, "cause").equals("renewal") ? "For the plan" : "Automatic top-up",
        Words.time(Json.text(one, "since")),
        isOwners
            ? "The bank wants to ask the card's owner: top up here, where it can."
                + again(Json.text(one, "again"))
            : "The bank was asked and has not answered yet. We ask until it has, and take nothing"
                + " else until then.",
        null);
  }

  private static String again(String at) {
    return at.isEmpty()
        ? " The plan is paid as soon as there is enough."
        : " The card is tried again from " + Words.moment(at) + " on.";
  }

  private static Pending onPage(JsonNode one) {
    boolean isToPay = Json.text(one, "state").equals("needs_action");
    return new Pending(
        amount(one),
        "Top-up",
        Words.time(Json.text(one, "at")),
        isToPay
            ? "Nobody has paid it yet."
            : "It is not known yet whether it was paid. We ask until it is; nothing is charged"
                + " twice.",
        isToPay ? "/console/wallet/top-ups/" + Api.segment(Json.text(one, "id")) : null);
  }

  private static String amount(JsonNode one) {
    return Words.money(Json.at(one, "amount").orElse(one));
  }
}
