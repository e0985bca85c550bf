package com.aiqleads.marketplace.subscriptions;

import com.aiqleads.kernel.TeamId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The subscriptions of all teams and their invoices.
public interface Subscriptions {

  List<Plan> plans();

  /// As it is; nothing is locked.
  Account look(TeamId team);

  /// Locks the team, decides, and writes down what was decided with all that follows for the wallet
  /// and for the limits, or nothing of it.
  <T> T decide(TeamId team, Function<Account, Ruling<T>> rule);

  /// Teams of which something is due, to be decided one after the other. Others who ask get others;
  /// whoever is not decided is due again minutes later, and later each time.
  List<TeamId> due(int most);

  /// The newest of those with a number below this one, newest first.
  List<Invoice> invoices(TeamId team, long below, int limit);

  Optional<Invoice> invoice(TeamId team, InvoiceId invoice);
}
