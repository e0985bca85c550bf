package com.aiqleads.marketplace.returns;

import com.aiqleads.kernel.TeamId;
import com.aiqleads.marketplace.orders.OrderLineId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What teams give back. Of a decision all is written down with all that follows, or nothing.
public interface Returns {

  /// Until the end of the transaction nobody else changes what the team owns or may spend.
  void lock(TeamId team);

  /// What the team has bought, and nobody else.
  Optional<Sale> sale(TeamId team, OrderLineId line);

  /// What is known of a sale that somebody claims something about.
  Facts facts(Sale sale, Claim claim);

  /// Writes down that it was asked for, if it was not before.
  void ask(Sale sale, Claim claim);

  Optional<LeadReturn> find(TeamId team, ReturnId id);

  /// Of whatever team: for those who judge.
  Optional<LeadReturn> find(ReturnId id);

  /// The newest of those asked for before then, newest first.
  List<LeadReturn> of(TeamId team, Instant before, int limit);

  /// Those that a person has to look at, the oldest first.
  List<LeadReturn> toJudge(int limit);

  /// What the last decision was made of, with what was given back by now.
  Facts lastFacts(ReturnId id);

  /// Once for each place in the order of its decisions: again nothing follows.
  Settlement rule(LeadReturn asked, Ruling ruling, Facts facts);

  /// Whether it was refused until now, or not given back whole.
  boolean appeal(TeamId team, ReturnId id, String why);

  List<ReturnRate> rates();

  /// Sales of which nobody has asked yet whether they should be given back, or of which something
  /// has become known since.
  List<Sale> toRecheck(int limit);

  /// Said before anybody looks: what becomes known meanwhile is looked at once more.
  void rechecked(Sale sale);

  /// It could not be looked at now; the others come first.
  void recheckLater(Sale sale);
}
