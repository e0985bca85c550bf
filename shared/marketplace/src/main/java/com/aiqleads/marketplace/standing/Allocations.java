package com.aiqleads.marketplace.standing;

import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.kernel.UserId;
import com.aiqleads.marketplace.holds.HoldId;
import com.aiqleads.marketplace.orders.OrderId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Who got which lead, and by which rule: one allocation for each price of each version of a lead.
public interface Allocations {

  /// Those of the leads that are on sale, as they are now, unless they were allocated so before.
  /// One that was begun and not finished is there again.
  List<Arrival> arrivals(Collection<LeadId> leads);

  default Optional<Arrival> arrival(LeadId lead) {
    return arrivals(List.of(lead)).stream().findFirst();
  }

  /// Whether there is a standing order at all.
  boolean isAnybodyWaiting();

  /// Standing orders whose last version the index does not have, some of them.
  List<StandingOrder> unindexed(int most);

  /// The index has these versions.
  void indexed(Collection<StandingOrder> orders);

  /// The index refuses these versions: it is not asked to take them again.
  void refused(Collection<StandingOrder> orders);

  /// Those of which the index refuses the last version: they are asked one by one.
  List<StandingOrderId> refused();

  /// The index is gone: it has none, and has refused none.
  void forgetIndexed();

  /// Writes down who wants the lead, of those that were found: what decides is read in the same
  /// transaction. Begun before, it is the same, whoever was found now.
  Begun begin(Arrival arrival, Collection<StandingOrderId> found);

  /// Writes down of all of them at once that nobody wants them, and says of which it did: not of
  /// one that was begun before, or costs something else by now.
  Set<LeadId> pass(Collection<Arrival> unwanted);

  /// Buys the lead for one of those who want it, by a hold and a checkout, or says why not: what
  /// was said before, if it was tried before. Nothing, if the allocation is finished. In a
  /// transaction of its own: only one team may be locked in it.
  Optional<Try> buy(AllocationId allocation, Candidate candidate);

  /// What was decided, for good, and who hears of it at once. Nothing if it was finished before.
  List<News> finish(Begun allocation, Map<StandingOrderId, Verdict> verdicts);

  /// What is to be told now by the channels that wait, of so many people at most; told once.
  List<News> due(int most);

  /// As it is kept; for a replay.
  Optional<Kept> kept(AllocationId allocation);

  /// An allocation that is going on, or was finished before.
  ///
  /// @param answers what the store said to those who were tried
  record Begun(
      AllocationId id,
      AllocationText.Input input,
      Map<StandingOrderId, Verdict> answers,
      boolean isFinished) {}

  /// What became of one try.
  record Try(Verdict verdict, Optional<Sale> sale) {}

  record Sale(HoldId hold, OrderId order) {}

  /// What one person hears about the orders of a team.
  ///
  /// @param missed how many leads its orders missed
  record News(TeamId team, UserId reader, Channel channel, List<Line> lines, int missed) {

    /// Of one letter; what is more is counted.
    public static final int MOST_LINES = 50;

    /// What one reader is told of at once in an hour; what is more is gathered, so that a flood of
    /// leads holds no other letters up.
    public static final int MOST_AT_ONCE = 20;
  }

  record Line(
      String order, LeadId lead, String headline, boolean bought, Money price, Instant at) {}

  record Kept(String input, Map<StandingOrderId, Verdict> answers, String result) {}
}
