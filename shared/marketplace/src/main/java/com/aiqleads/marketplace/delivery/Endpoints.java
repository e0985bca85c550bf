package com.aiqleads.marketplace.delivery;

import com.aiqleads.kernel.TeamId;
import java.time.Duration;
import java.util.List;

/// Where teams want their leads.
public interface Endpoints {

  /// So long a webhook is signed with the secret before, too.
  Duration GRACE = Duration.ofHours(24);

  /// So long the link of a letter that asks is good, from the last such letter on.
  Duration OFFER = Duration.ofDays(7);

  /// So many letters ask one reader within a day, whichever teams want it.
  int MOST_LETTERS = 3;

  /// So many mail addresses a team asks in a day: each is sent a letter.
  int MOST_ASKED = 10;

  /// What became of a wish to add one.
  enum Adding {
    ADDED,
    /// The team has this address already.
    KNOWN,
    TOO_MANY,
    /// Whoever reads at this mail address was asked often enough today.
    ASKED_TOO_OFTEN
  }

  /// What became of a reader's word.
  enum Agreeing {
    AGREED,
    /// The letter is too old: it can be sent once more.
    TOO_LATE,
    UNKNOWN
  }

  Adding add(TeamId team, EndpointId id, Destination destination);

  /// The oldest first.
  List<Endpoint> of(TeamId team);

  /// Whether there was one; what is on its way there is given up.
  boolean remove(TeamId team, EndpointId id);

  /// Whether there was one of this kind at this address; what lets us in there is new.
  boolean rotate(TeamId team, EndpointId id, Destination renewed);

  /// Turns a mail address on for whoever shows what stood in the letter. Again, it is as it is.
  Agreeing confirm(String proof);

  /// Turns a mail address off for whoever shows what stood in any letter, at any time; what is on
  /// its way there is given up. Whether it was right.
  boolean stop(String proof);

  /// Turns it on again, whatever turned it off but the word of its reader: what is on its way falls
  /// due.
  boolean turnOn(TeamId team, EndpointId id);
}
