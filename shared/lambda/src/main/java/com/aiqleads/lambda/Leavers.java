package com.aiqleads.lambda;

import com.aiqleads.kernel.TeamId;
import com.aiqleads.kernel.UserId;

/// Who has left a team, as far as a context has heard: a token may be good for some minutes more,
/// and what is the team's is not theirs to change by it.
public interface Leavers {

  /// Whether they left so lately that they may have a token of the team still.
  boolean hasJustLeft(TeamId team, UserId user);
}
