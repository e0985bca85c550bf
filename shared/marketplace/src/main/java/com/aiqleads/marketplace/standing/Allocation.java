package com.aiqleads.marketplace.standing;

import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.marketplace.holds.SaleMode;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Who gets a lead: a pure function of the lead, of those who want it, and of what the store said
/// to those who were tried. Alone or shared, whichever brings more; then whoever has the highest
/// limit, the most earned priority, the oldest order. Asked again with what the next try said, it
/// says who is to be tried next, until nobody is.
public final class Allocation {

  /// Which rule this is. The first knew nobody to whom a lead was not open yet, and else was the
  /// same: what it decided is replayed by this one.
  public static final int RULE = 2;

  private final Offered lead;
  private final Map<StandingOrderId, Verdict> answers;
  private final Map<StandingOrderId, Verdict> verdicts = new LinkedHashMap<>();
  private final Set<TeamId> served = new HashSet<>();
  private int free;
  private boolean isAloneOpen;
  private Optional<Miss> closed = Optional.empty();
  private boolean isWaiting;

  private Allocation(Offered lead, Map<StandingOrderId, Verdict> answers) {
    this.lead = lead;
    this.answers = answers;
    this.free = lead.free();
    this.isAloneOpen = lead.free() == lead.slots() && !lead.givenBack();
  }

  /// One verdict for each candidate, in the order in which they come; at most one is to be tried.
  ///
  /// @param answers of those that were tried: bought, or missed
  public static Map<StandingOrderId, Verdict> of(
      Offered lead, Collection<Candidate> candidates, Map<StandingOrderId, Verdict> answers) {
    Allocation allocation = new Allocation(lead, answers);
    allocation.inOrder(candidates).forEach(allocation::judge);
    return allocation.verdicts;
  }

  /// Whom to try.
  public static Optional<StandingOrderId> next(Map<StandingOrderId, Verdict> verdicts) {
    return verdicts.entrySet().stream()
        .filter(one -> one.getValue() instanceof Verdict.ToTry)
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private List<Candidate> inOrder(Collection<Candidate> candidates) {
    List<Candidate> shared = of(candidates, SaleMode.SHARED);
    List<Candidate> alone = of(candidates, SaleMode.EXCLUSIVE);
    return paysMore(alone, shared)
        ? Stream.concat(alone.stream(), shared.stream()).toList()
        : Stream.concat(shared.stream(), alone.stream()).toList();
  }

  private static List<Candidate> of(Collection<Candidate> candidates, SaleMode mode) {
    return candidates.stream()
        .filter(candidate -> candidate.mode() == mode)
        .sorted(Candidate.FIRST)
        .toList();
  }

  /// Whether to sell it to one alone brings at least as much as to sell it to all who share.
  private boolean paysMore(List<Candidate> alone, List<Candidate> shared) {
    long sharers =
        shared.stream()
            .filter(candidate -> refusedAtOnce(candidate).isEmpty())
            .map(Candidate::team)
            .distinct()
            .limit(lead.free())
            .count();
    Money together =
        new Money(Math.multiplyExact(lead.price().minorUnits(), sharers), lead.price().currency());
    return !lead.givenBack()
        && alone.stream().anyMatch(candidate -> refusedAtOnce(candidate).isEmpty())
        && lead.exclusive().compareTo(together) >= 0;
  }

  private Optional<Miss> refusedAtOnce(Candidate candidate) {
    if (candidate.owned()) {
      return Optional.of(Miss.ALREADY_OWNED);
    }
    Money price = lead.price(candidate.mode());
    if (price.compareTo(candidate.limit()) > 0) {
      return Optional.of(Miss.ABOVE_LIMIT);
    }
    // Before the money, which may come until it opens: who is early is tried again then.
    if (candidate.early()) {
      return Optional.of(Miss.EARLY);
    }
    return price.compareTo(candidate.spendable()) > 0
        ? Optional.of(Miss.TOO_LITTLE_CREDIT)
        : Optional.empty();
  }

  private void judge(Candidate candidate) {
    Verdict verdict = verdict(candidate);
    verdicts.put(candidate.order(), verdict);
    if (verdict instanceof Verdict.Bought) {
      served.add(candidate.team());
      free -= candidate.mode() == SaleMode.EXCLUSIVE ? lead.slots() : 1;
      isAloneOpen = false;
    } else if (verdict instanceof Verdict.Missed(Miss why)) {
      learn(candidate, why);
    } else {
      isWaiting = true;
    }
  }

  private Verdict verdict(Candidate candidate) {
    if (isWaiting) {
      return new Verdict.Waiting();
    }
    Optional<Miss> miss =
        closed
            .or(() -> refusedAtOnce(candidate))
            .or(() -> ownOrder(candidate))
            .or(() -> noneLeft(candidate));
    return miss.<Verdict>map(Verdict.Missed::new)
        .orElseGet(() -> answers.getOrDefault(candidate.order(), new Verdict.ToTry()));
  }

  private Optional<Miss> ownOrder(Candidate candidate) {
    return served.contains(candidate.team()) ? Optional.of(Miss.OWN_ORDER) : Optional.empty();
  }

  private Optional<Miss> noneLeft(Candidate candidate) {
    boolean isOpen = candidate.mode() == SaleMode.EXCLUSIVE ? isAloneOpen : free > 0;
    if (isOpen) {
      return Optional.empty();
    }
    if (candidate.mode() == SaleMode.EXCLUSIVE && lead.givenBack()) {
      return Optional.of(Miss.HAD_BEFORE);
    }
    return Optional.of(served.isEmpty() ? Miss.FULL : Miss.OUTBID);
  }

  /// What the store said to one holds for others, too.
  private void learn(Candidate candidate, Miss why) {
    if (!answers.containsKey(candidate.order())) {
      return;
    }
    switch (why) {
      case NOT_ON_SALE, PRICE_CHANGED -> closed = Optional.of(why);
      case FULL -> {
        isAloneOpen = false;
        free = candidate.mode() == SaleMode.SHARED ? 0 : free;
      }
      default -> {}
    }
  }
}
