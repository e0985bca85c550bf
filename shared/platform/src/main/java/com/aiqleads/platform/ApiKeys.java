package com.aiqleads.platform;

import com.aiqleads.kernel.TeamId;
import com.aiqleads.kernel.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The keys of teams; of secrets, digests only.
public interface ApiKeys {

  /// False, and nothing changed, if the team has as many as it may have.
  boolean add(ApiKey key, RandomSecret secret);

  /// What is not over, the newest first.
  List<ApiKey> of(TeamId team, Instant now);

  Optional<ApiKey> find(TeamId team, ApiKeyId key, Instant now);

  /// Replaces the secret; the one before is good until then. False if there is no such key.
  boolean rotate(TeamId team, ApiKeyId key, RandomSecret next, Instant now, Instant graceEnd);

  /// False if there is no such key.
  boolean revoke(TeamId team, ApiKeyId key, Instant now);

  /// Ends all that a member has in this team, and says which they were.
  List<ApiKeyId> revokeAll(TeamId team, UserId maker, Instant now);

  /// Whose key it is or was. Asked without a team, for the audit trail only: ids are no secrets.
  Optional<SessionOwner> maker(ApiKeyId key);

  /// The key of this secret, if it is good now. Without a team: the key is what says which it
  /// is.
  Optional<ApiKey> use(ApiKeySecret presented, Instant now);
}
