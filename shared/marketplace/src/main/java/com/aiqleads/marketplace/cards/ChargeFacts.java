package com.aiqleads.marketplace.cards;

import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.marketplace.subscriptions.Unpaid;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// All that decides whether a card is charged, as it is at one moment.
///
/// @param available what the team may spend
/// @param purchased what of it pays invoices
/// @param isHeldBack parked, or in debt: nobody takes money from that team until it is looked at
/// @param isTakenBack money that was taken from its card was given back or is contested
/// @param isRefusedForGood the bank of the saved card said once that it never pays by it
/// @param charges all of the last forty days and of unpaid invoices, newest first
/// @param chargesEver how many there were in all
public record ChargeFacts(
    TeamId team,
    Instant now,
    ZoneId zone,
    Optional<Card> card,
    Optional<AutoTopUps.Setting> setting,
    Money available,
    Money purchased,
    boolean isHeldBack,
    boolean isTakenBack,
    boolean isRefusedForGood,
    List<Unpaid> unpaid,
    List<CardCharge> charges,
    long chargesEver) {

  public ChargeFacts {
    unpaid = List.copyOf(unpaid);
    charges = List.copyOf(charges);
  }

  boolean isChargeOpen() {
    return charges.stream().anyMatch(one -> one.is(CardCharge.Outcome.OPEN));
  }

  boolean isOfCard(CardCharge charge) {
    return card.filter(it -> it.id().equals(charge.card())).isPresent();
  }

  /// What was, or may have been, asked of a bank.
  Stream<CardCharge> asked() {
    return charges.stream().filter(one -> !one.isUnasked());
  }

  Stream<CardCharge> autoTopUps() {
    return asked().filter(CardCharge::isAutoTopUp);
  }
}
