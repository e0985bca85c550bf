package com.aiqleads.marketplace.delivery;

import com.aiqleads.kernel.TeamId;
import java.time.Duration;
import java.util.List;

/// Where teams want their leads.
public interface Endpoints {

  /// So long a webhook is signed with the secret before, too.
  Duration GRACE = Duration.ofHours(24);

  /// So long the link of a letter is good.
  Duration OFFER = Duration.ofDays(7);

  /// So many mail addresses a team asks in a day: each is sent a letter.
  int MOST_ASKED = 10;

  /// What became of a wish to add one.
  enum Adding {
    ADDED,
    /// The team has this address already.
    KNOWN,
    TOO_MANY
  }

  Adding add(TeamId team, EndpointId id, Destination destination);

  /// The oldest first.
  List<Endpoint> of(TeamId team);

  /// Whether there was one; what is on its way there is given up.
  boolean remove(TeamId team, EndpointId id);

  /// Whether there was one of this kind at this address; what lets us in there is new.
  boolean rotate(TeamId team, EndpointId id, Destination renewed);

  /// Turns a mail address on for whoever shows what stood in the letter. Again, it is as it is.
  /// Whether it was right, and in time.
  boolean confirm(String proof);

  /// Turns it on again, whatever turned it off but that nobody has agreed to it: what is on its way
  /// falls due.
  boolean turnOn(TeamId team, EndpointId id);
}
