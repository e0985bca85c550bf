package com.aiqleads.marketplace.holds;

import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.TeamId;
import java.util.List;
import java.util.Optional;

/// Lines of teams that wait for a lead of which nobody can hold a slot. What comes free is theirs
/// in the order of their coming: nobody else can hold it, whether it has been offered yet or not.
public interface Waits {

  /// At the end of the line; who waits already keeps his place.
  Joining join(TeamId team, LeadId lead);

  /// False if the team did not wait for it.
  boolean leave(TeamId team, LeadId lead);

  /// What a team waits for, longest first.
  List<Wait> of(TeamId team);

  /// Leads that somebody waits for and of which a slot is free.
  List<LeadId> due(int most);

  /// Nobody waits any longer for what is sold out.
  void endSoldOut();

  /// Holds a free slot of the lead for whoever waits first; nothing, if nobody waits or nothing is
  /// free. In a transaction of its own: it acts for another team than whoever calls it.
  Optional<Offering> offer(LeadId lead);
}
