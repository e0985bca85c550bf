package com.aiqleads.platform;

import com.aiqleads.kernel.Id;
import com.aiqleads.kernel.Ids;
import java.util.UUID;

/// One sign-in: the refresh tokens that follow from each other, of which only the last is good.
public record FamilyId(UUID value) implements Id {

  public static final String PREFIX = "family";

  @Override
  public String prefix() {
    return PREFIX;
  }

  @Override
  public String toString() {
    return text();
  }

  public static FamilyId parse(String text) {
    return Ids.parse(PREFIX, text, FamilyId::new);
  }
}
