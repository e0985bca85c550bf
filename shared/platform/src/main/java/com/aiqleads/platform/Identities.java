package com.aiqleads.platform;

import com.aiqleads.kernel.UserId;
import java.time.Instant;
import java.util.Optional;

/// Which identities at providers are people of ours. Like an address, an identity is looked up
/// before there is a team.
public interface Identities {

  Optional<UserId> find(Identity identity);

  /// False, and nothing changed, if the identity is somebody's already.
  boolean link(Identity identity, UserId user, Instant at);
}
