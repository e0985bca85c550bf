package com.aiqleads.marketplace.orders;

import com.aiqleads.kernel.TeamId;
import com.aiqleads.kernel.UserId;

/// Who has left a team: a token may be good for some minutes more, and the money of the team is not
/// theirs to spend by it.
public interface Leavers {

  /// Whether they left so lately that they may have a token of the team still.
  boolean hasJustLeft(TeamId team, UserId user);
}
