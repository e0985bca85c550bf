package com.aiqleads.marketplace.standing;

import com.aiqleads.kernel.Money;
import com.aiqleads.marketplace.OfferFixtures;
import com.aiqleads.marketplace.holds.SaleMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/// Those who want a lead of three slots, and what a store says to them.
final class Wanting {
  static final Money RICH = Money.usd(1_000_00);
  static final Verdict BOUGHT = new Verdict.Bought();

  private Wanting() {}

  static List<Candidate> candidates(Random random) {
    List<Candidate> candidates = new ArrayList<>();
    int many = random.nextInt(12);
    for (int number = 0; number < many; number++) {
      candidates.add(
          new Candidate(
              id("order " + number),
              1 + random.nextInt(3),
              StandingFixtures.team("team " + random.nextInt(6)),
              random.nextInt(3) == 0 ? SaleMode.EXCLUSIVE : SaleMode.SHARED,
              Money.usd(5_00 + random.nextInt(5) * 10_00L),
              random.nextInt(3) * 50,
              StandingFixtures.MADE_AT.plusSeconds(random.nextInt(2)),
              Money.usd(random.nextInt(4) * 15_00L),
              random.nextInt(8) == 0,
              random.nextInt(6) == 0));
    }
    return candidates;
  }

  static Map<StandingOrderId, Verdict> verdicts(Offered lead, List<Candidate> wanting) {
    Map<StandingOrderId, Verdict> answers = new LinkedHashMap<>();
    wanting.forEach(one -> answers.put(one.order(), BOUGHT));
    return Allocation.of(lead, wanting, answers);
  }

  static Map<StandingOrderId, Verdict> decide(Offered lead, List<Candidate> wanting, Random store) {
    return decide(lead, wanting, store, new LinkedHashMap<>());
  }

  /// With a store that refuses some, for any reason.
  static Map<StandingOrderId, Verdict> decide(
      Offered lead, List<Candidate> wanting, Random store, Map<StandingOrderId, Verdict> answers) {
    while (true) {
      Map<StandingOrderId, Verdict> verdicts = Allocation.of(lead, wanting, answers);
      Optional<StandingOrderId> next = Allocation.next(verdicts);
      if (next.isEmpty()) {
        return verdicts;
      }
      Miss[] misses = {Miss.OVER_CAP, Miss.FULL, Miss.TOO_LITTLE_CREDIT, Miss.NOT_ON_SALE};
      int dice = store.nextInt(8);
      answers.put(next.orElseThrow(), dice < misses.length ? missed(misses[dice]) : BOUGHT);
    }
  }

  static Candidate candidate(String name, long limitCents, int earned, long second) {
    return new Candidate(
        id(name),
        1,
        StandingFixtures.team(name),
        SaleMode.SHARED,
        Money.usd(limitCents),
        earned,
        StandingFixtures.MADE_AT.plusSeconds(second),
        RICH,
        false,
        false);
  }

  static Candidate wanting(
      String name, String team, SaleMode mode, long limitCents, Money spendable, boolean owned) {
    return new Candidate(
        id(name),
        1,
        StandingFixtures.team(team),
        mode,
        Money.usd(limitCents),
        50,
        StandingFixtures.MADE_AT,
        spendable,
        owned,
        false);
  }

  static Candidate early(Candidate one) {
    return new Candidate(
        one.order(),
        one.version(),
        one.team(),
        one.mode(),
        one.limit(),
        one.earned(),
        one.since(),
        one.spendable(),
        one.owned(),
        true);
  }

  static Verdict missed(Miss why) {
    return new Verdict.Missed(why);
  }

  static StandingOrderId id(String name) {
    return StandingFixtures.id(name);
  }

  /// Of three slots; 10.00, and 25.00 alone.
  static Offered lead(int free) {
    return new Offered(
        OfferFixtures.leadId(1), 1, 0, Money.usd(10_00), Money.usd(25_00), 3, free, false);
  }
}
