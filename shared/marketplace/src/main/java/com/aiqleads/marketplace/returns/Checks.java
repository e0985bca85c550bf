package com.aiqleads.marketplace.returns;

import java.time.Duration;
import java.time.Instant;

/// The checkers: each looks at the facts for one reason, and at nothing else.
final class Checks {

  /// An advertisement that was found to have ended so soon after the sale, and was not seen
  /// since, had ended before.
  static final Duration SOON = Duration.ofDays(2);

  static final int FRAUD_POINTS = 70;

  /// Shorter evidence is none.
  static final int LEAST_EVIDENCE = 20;

  private static final Facts.Passage NO_PASSAGE = new Facts.Passage(0, 0, false);

  private Checks() {}

  static Finding of(ReturnReason reason, Facts facts) {
    return switch (reason) {
      case BAD_PHONE -> phone(facts);
      case BOUNCED_EMAIL -> mail(facts);
      case DUPLICATE -> twin(facts.twins());
      case LISTING_GONE -> gone(facts.listing(), facts.soldAt());
      case FRAUD -> fraud(facts.listing());
      case OUT_OF_AREA ->
          Finding.open("no_buy_box", "No area was kept with the purchase: a person has to look.");
      case WRONG_PERSON -> person(facts);
      case UNDELIVERED -> passage(facts.passage().orElse(NO_PASSAGE));
    };
  }

  private static Finding phone(Facts facts) {
    Facts.Ways ways = facts.ways();
    if (!ways.known()) {
      return Finding.open("contact_gone", "The contact is not kept any more.");
    }
    if (ways.phones().isEmpty()) {
      return Finding.refuted("no_phone", "The lead was sold without a phone number.");
    }
    boolean otherWay = ways.emails() > 0 && !facts.credited().contains(ReturnReason.BOUNCED_EMAIL);
    int percent = otherWay ? Finding.HALF : Finding.WHOLE;
    if (!ways.hasPrivatePhone()) {
      return Finding.proven(
          percent, "line_type", "No number of the lead is one that a private seller can have.");
    }
    return hasEvidence(facts)
        ? Finding.plausible(
            percent,
            "private_number",
            "The number is a private one; whether it works is your word.")
        : Finding.refuted(
            "private_number", "The number is a private one, and nothing says that it is dead.");
  }

  private static Finding mail(Facts facts) {
    Facts.Ways ways = facts.ways();
    if (!ways.known()) {
      return Finding.open("contact_gone", "The contact is not kept any more.");
    }
    if (ways.emails() == 0) {
      return Finding.refuted("no_email", "The lead was sold without a mail address.");
    }
    boolean otherWay = ways.hasPrivatePhone() && !facts.credited().contains(ReturnReason.BAD_PHONE);
    return switch (ways.bounce()) {
      case PERMANENT ->
          Finding.plausible(
              otherWay ? Finding.HALF : Finding.WHOLE,
              "bounced",
              "The server's answer says that there is no such address.");
      case TEMPORARY ->
          Finding.refuted("bounced_for_now", "The server's answer says that it may arrive later.");
      case OTHER_ADDRESS ->
          Finding.refuted("other_address", "The answer is about another address than the lead's.");
      case NONE -> Finding.refuted("no_answer", "There is no server's answer in what you wrote.");
    };
  }

  private static Finding twin(Facts.Twins twins) {
    if (!twins.sameHome().isEmpty()) {
      return Finding.proven(
          Finding.WHOLE,
          "same_home",
          "Your team had bought the same home as " + twins.sameHome().getFirst().text() + ".");
    }
    if (!twins.samePerson().isEmpty()) {
      return Finding.proven(
          Finding.WHOLE,
          "same_person",
          "Your team had bought the same seller as " + twins.samePerson().getFirst().text() + ".");
    }
    return Finding.refuted(
        "no_twin",
        "None of the "
            + twins.compared()
            + " leads that your team had bought has the same home or seller.");
  }

  private static Finding gone(Facts.Listing listing, Instant soldAt) {
    if (listing.seenAt().isAfter(soldAt)) {
      return Finding.refuted("seen_since", "It was seen after you bought it: " + listing.seenAt());
    }
    return listing
        .goneAt()
        .filter(gone -> !gone.isAfter(soldAt.plus(SOON)))
        .map(
            gone ->
                Finding.proven(
                    Finding.WHOLE,
                    "gone",
                    "It was found to have ended at " + gone + ", and not seen since the sale."))
        .orElseGet(
            () -> Finding.open("not_looked", "Nobody has looked at the advertisement since."));
  }

  private static Finding fraud(Facts.Listing listing) {
    return listing.fraudPoints() >= FRAUD_POINTS
        ? Finding.proven(
            Finding.WHOLE, "fraud", "The signs of fraud are too many: " + listing.fraudPoints())
        : Finding.open(
            "few_signs", "Too few signs of fraud are known: " + listing.fraudPoints() + ".");
  }

  private static Finding person(Facts facts) {
    return hasEvidence(facts)
        ? Finding.plausible(Finding.HALF, "on_your_word", "Who answers is known from you only.")
        : Finding.open("no_evidence", "You have not said who answered.");
  }

  /// Whoever has seen the seller has the lead, however it came to them.
  private static Finding passage(Facts.Passage passage) {
    if (passage.deliveries() == 0) {
      return Finding.refuted(
          "no_delivery", "Your team had it delivered nowhere: it is to be seen here.");
    }
    if (passage.opened()) {
      return Finding.refuted("opened", "Somebody of your team has looked at the seller's contact.");
    }
    return passage.lost() < passage.deliveries()
        ? Finding.refuted(
            "may_have_arrived", "A delivery of it has arrived, or may have, or is still tried.")
        : Finding.proven(
            Finding.WHOLE,
            "undelivered",
            "No delivery of it could be made, and nobody of your team has looked at it.");
  }

  private static boolean hasEvidence(Facts facts) {
    return facts.evidenceLength() >= LEAST_EVIDENCE;
  }
}
