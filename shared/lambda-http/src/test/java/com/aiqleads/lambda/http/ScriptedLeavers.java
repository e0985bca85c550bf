package com.aiqleads.lambda.http;

import com.aiqleads.kernel.TeamId;
import com.aiqleads.kernel.UserId;
import com.aiqleads.lambda.Leavers;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;

/// Everybody has left, or nobody.
@Singleton
@Requires(property = "leavers", value = "scripted")
final class ScriptedLeavers implements Leavers {

  private boolean everybody;

  void sendAllAway() {
    everybody = true;
  }

  @Override
  public boolean hasJustLeft(TeamId team, UserId user) {
    return everybody;
  }
}
