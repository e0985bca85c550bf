package com.aiqleads.platform;

import com.aiqleads.kernel.Id;
import com.aiqleads.kernel.Ids;
import java.util.UUID;

/// One invitation of somebody into a team.
public record InvitationId(UUID value) implements Id {

  public static final String PREFIX = "invitation";

  @Override
  public String prefix() {
    return PREFIX;
  }

  @Override
  public String toString() {
    return text();
  }

  public static InvitationId parse(String text) {
    return Ids.parse(PREFIX, text, InvitationId::new);
  }
}
