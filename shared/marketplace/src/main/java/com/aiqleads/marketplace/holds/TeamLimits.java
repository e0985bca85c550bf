package com.aiqleads.marketplace.holds;

import com.aiqleads.kernel.TeamId;

/// The limits that teams set themselves.
public interface TeamLimits {

  Limits of(TeamId team);

  /// In place of those before. What is held or bought already stays.
  void set(TeamId team, Limits limits);
}
