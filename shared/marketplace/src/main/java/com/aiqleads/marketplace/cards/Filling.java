package com.aiqleads.marketplace.cards;

import com.aiqleads.kernel.Money;
import com.aiqleads.marketplace.cards.AutoTopUps.Setting;
import com.aiqleads.marketplace.cards.CardCharge.Outcome;
import com.aiqleads.marketplace.cards.ChargeRuling.LookAgain;
import com.aiqleads.marketplace.cards.ChargeRuling.Rest;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;

/// When a wallet is filled by itself.
final class Filling {

  static final int MOST_FAILURES = 3;
  static final int MOST_A_DAY = 5;
  static final Duration GAP = Duration.ofMinutes(10);
  private static final Duration DAY = Duration.ofDays(1);

  private Filling() {}

  /// Why it has to end, if it is on.
  static Optional<Stop> stop(ChargeFacts facts) {
    Optional<Setting> on = on(facts);
    if (on.isEmpty()) {
      return Optional.empty();
    }
    Optional<Card> card = facts.card();
    if (card.isEmpty()) {
      return Optional.of(Stop.NO_CARD);
    }
    if (facts.isTakenBack()) {
      return Optional.of(Stop.TAKEN_BACK);
    }
    if (isExpired(card.get(), facts)) {
      return Optional.of(Stop.CARD_EXPIRED);
    }
    if (facts.isRefusedForGood()) {
      return Optional.of(Stop.CARD_REFUSED);
    }
    return failuresInARow(facts, on.get().since()) >= MOST_FAILURES
        ? Optional.of(Stop.FAILED_TOO_OFTEN)
        : Optional.empty();
  }

  static ChargeRuling decide(ChargeFacts facts) {
    return on(facts)
        .map(Setting::rule)
        .filter(rule -> facts.available().compareTo(rule.threshold()) < 0)
        .map(rule -> decide(facts, rule))
        .orElseGet(Rest::new);
  }

  private static ChargeRuling decide(ChargeFacts facts, AutoTopUp rule) {
    Instant soonest = soonest(facts);
    if (soonest.isAfter(facts.now())) {
      return new LookAgain(soonest);
    }
    return isWithinCap(facts, rule)
        ? Charging.charge(facts, rule.amount(), Optional.empty())
        : new LookAgain(month(facts).plusMonths(1).atDay(1).atStartOfDay(facts.zone()).toInstant());
  }

  /// The latest of what the last one, and those of a day, ask for.
  private static Instant soonest(ChargeFacts facts) {
    Instant gap =
        facts.autoTopUps().findFirst().map(last -> after(facts, last)).orElse(Instant.MIN);
    Instant day =
        facts
            .autoTopUps()
            .skip(MOST_A_DAY - 1)
            .findFirst()
            .map(it -> it.at().plus(DAY))
            .orElse(Instant.MIN);
    return gap.isAfter(day) ? gap : day;
  }

  /// Another card need not wait for what the bank of the last one said.
  private static Instant after(ChargeFacts facts, CardCharge last) {
    return last.is(Outcome.FAILED) && facts.isOfCard(last)
        ? last.over().plus(last.decline().rest())
        : last.at().plus(GAP);
  }

  /// Each counts in the month in which it was made, wherever the team was then.
  private static boolean isWithinCap(ChargeFacts facts, AutoTopUp rule) {
    Money taken =
        facts
            .autoTopUps()
            .filter(it -> !it.is(Outcome.FAILED))
            .filter(it -> it.countsIn().equals(month(facts)))
            .map(CardCharge::amount)
            .reduce(Money.usd(0), Money::plus);
    return taken.plus(rule.amount()).compareTo(rule.monthlyCap()) <= 0;
  }

  private static long failuresInARow(ChargeFacts facts, Instant since) {
    return facts
        .autoTopUps()
        .takeWhile(it -> it.is(Outcome.FAILED) && !it.at().isBefore(since))
        .count();
  }

  private static boolean isExpired(Card card, ChargeFacts facts) {
    return card.saved().filter(it -> it.face().expires().isBefore(month(facts))).isPresent();
  }

  private static YearMonth month(ChargeFacts facts) {
    return YearMonth.from(facts.now().atZone(facts.zone()));
  }

  private static Optional<Setting> on(ChargeFacts facts) {
    return facts.setting().filter(it -> it.stopped().isEmpty());
  }
}
