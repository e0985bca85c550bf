package com.aiqleads.marketplace.cards;

import static com.aiqleads.marketplace.cards.ChargeFixtures.NEW_YORK;
import static com.aiqleads.marketplace.cards.ChargeFixtures.RULE;
import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.Money;
import com.aiqleads.marketplace.cards.CardCharge.Outcome;
import com.aiqleads.marketplace.cards.ChargeRuling.Charge;
import com.aiqleads.marketplace.cards.ChargeRuling.LookAgain;
import com.aiqleads.marketplace.cards.ChargeRuling.Rest;
import com.aiqleads.marketplace.cards.ChargeRuling.SwitchOff;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// Whatever banks say, however fast money is spent, and wherever the team moves, the guards hold.
class FillingPropertyTest {

  private static final int STEPS = 200;
  private static final List<ZoneId> ZONES =
      List.of(NEW_YORK, ZoneId.of("Pacific/Auckland"), ZoneId.of("Pacific/Pago_Pago"));
  private static final List<String> NOS = List.of("generic_decline", "authentication_required");

  @Property(tries = 300)
  void theGuardsHold(@ForAll long seed) {
    Random random = new Random(seed);
    List<CardCharge> charges = new ArrayList<>();
    Instant now = ChargeFixtures.NOON;
    Instant since = now;
    for (int step = 0; step < STEPS; step++) {
      now = now.plus(Duration.ofMinutes(random.nextInt(300)));
      ZoneId zone = ZONES.get(random.nextInt(ZONES.size()));
      ChargeFacts facts =
          ChargeFixtures.at(facts(charges, now, since, random.nextInt(100_00)), now, zone);
      switch (Charging.decide(facts)) {
        case Charge _ -> {
          assertThat(facts.available()).isLessThan(RULE.threshold());
          charges.addFirst(tried(random, step, now, zone));
        }
        case LookAgain(var at) -> assertThat(at).isAfter(now);
        case SwitchOff(var why) -> {
          assertThat(why).isEqualTo(Stop.FAILED_TOO_OFTEN);
          assertThat(charges.subList(0, Filling.MOST_FAILURES))
              .allMatch(it -> it.outcome() == Outcome.FAILED);
          since = now;
        }
        case Rest _ -> assertThat(facts.available()).isGreaterThanOrEqualTo(RULE.threshold());
      }
    }
    assertThat(charges).isNotEmpty();
    keepTheirDistance(charges);
    areWithinTheCap(charges);
  }

  private static ChargeFacts facts(
      List<CardCharge> charges, Instant now, Instant since, long available) {
    ChargeFacts facts = ChargeFixtures.facts(charges.toArray(CardCharge[]::new));
    return ChargeFixtures.set(
        ChargeFixtures.having(ChargeFixtures.at(facts, now), available, 0),
        Optional.of(new AutoTopUps.Setting(RULE, Optional.empty(), since)));
  }

  private static CardCharge tried(Random random, int step, Instant now, ZoneId zone) {
    return random.nextInt(3) == 0
        ? ChargeFixtures.charge(step, now, zone, Outcome.FAILED, NOS.get(random.nextInt(2)))
        : ChargeFixtures.charge(step, now, zone, Outcome.PAID, "");
  }

  private static void keepTheirDistance(List<CardCharge> charges) {
    for (int place = 0; place + 1 < charges.size(); place++) {
      CardCharge before = charges.get(place + 1);
      Duration least = before.outcome() == Outcome.FAILED ? Duration.ofHours(1) : Filling.GAP;
      assertThat(charges.get(place).at()).isAfterOrEqualTo(before.at().plus(least));
    }
    for (int place = 0; place + Filling.MOST_A_DAY < charges.size(); place++) {
      assertThat(charges.get(place).at())
          .isAfterOrEqualTo(charges.get(place + Filling.MOST_A_DAY).at().plus(Duration.ofDays(1)));
    }
  }

  private static void areWithinTheCap(List<CardCharge> charges) {
    Map<YearMonth, Money> months =
        charges.stream()
            .filter(it -> it.outcome() == Outcome.PAID)
            .collect(Collectors.toMap(CardCharge::countsIn, CardCharge::amount, Money::plus));
    assertThat(months.values()).allMatch(sum -> sum.compareTo(RULE.monthlyCap()) <= 0);
  }
}
