package com.aiqleads.platform;

import com.aiqleads.kernel.TeamId;
import com.aiqleads.kernel.UserId;
import java.util.List;

/// A trail whose database is away.
public final class AbsentAuditTrail implements AuditTrail {

  @Override
  public void add(AuditEntry entry) {
    throw new IllegalStateException("away");
  }

  @Override
  public List<AuditEntry> of(TeamId team, UserId person, Before before) {
    throw new IllegalStateException("away");
  }

  @Override
  public List<AuditEntry> of(TeamId team, Before before) {
    throw new IllegalStateException("away");
  }
}
