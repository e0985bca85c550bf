package com.aiqleads.marketplace.search;

import com.aiqleads.kernel.Id;
import java.util.UUID;

/// One run that builds the index anew.
public record RebuildId(UUID value) implements Id {

  public static final String PREFIX = "rebuild";

  @Override
  public String prefix() {
    return PREFIX;
  }

  @Override
  public String toString() {
    return text();
  }
}
