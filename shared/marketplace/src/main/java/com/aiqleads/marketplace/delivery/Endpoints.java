package com.aiqleads.marketplace.delivery;

import com.aiqleads.kernel.TeamId;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/// Where teams want their leads.
public interface Endpoints {

  /// So long a delivery is signed with the secret before, too.
  Duration GRACE = Duration.ofHours(24);

  /// What became of a wish to add one.
  enum Adding {
    ADDED,
    /// The team has this address already.
    KNOWN,
    TOO_MANY
  }

  Adding add(TeamId team, EndpointId id, URI address, SigningSecret secret);

  /// The oldest first.
  List<Endpoint> of(TeamId team);

  /// Whether there was one; what is on its way there is given up.
  boolean remove(TeamId team, EndpointId id);

  boolean rotate(TeamId team, EndpointId id, SigningSecret secret);

  /// Turns it on again, whatever turned it off: what is on its way falls due.
  boolean turnOn(TeamId team, EndpointId id);
}
