package com.aiqleads.platform;

import com.aiqleads.kernel.Email;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.kernel.UserId;
import java.util.Optional;

/// People in their teams.
public interface Members {

  /// False, and nothing changed, if the mail address already belongs to somebody.
  boolean add(Membership membership, PasswordHash password);

  /// The only question that may be asked without a team: it is asked before there is one.
  /// The case of letters in the address does not matter.
  Optional<Credentials> withEmail(Email email);

  Optional<Membership> find(TeamId team, UserId user);

  record Credentials(Membership membership, PasswordHash password) {}
}
