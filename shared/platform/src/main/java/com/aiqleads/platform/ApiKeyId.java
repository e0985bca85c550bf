package com.aiqleads.platform;

import com.aiqleads.kernel.Id;
import com.aiqleads.kernel.Ids;
import java.util.UUID;

/// One key of a program.
public record ApiKeyId(UUID value) implements Id {

  public static final String PREFIX = "key";

  @Override
  public String prefix() {
    return PREFIX;
  }

  @Override
  public String toString() {
    return text();
  }

  public static ApiKeyId parse(String text) {
    return Ids.parse(PREFIX, text, ApiKeyId::new);
  }
}
