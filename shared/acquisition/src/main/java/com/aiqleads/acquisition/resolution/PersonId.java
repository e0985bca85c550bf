package com.aiqleads.acquisition.resolution;

import com.aiqleads.kernel.Id;
import java.util.UUID;

/// Somebody who sells, of one home or of many.
public record PersonId(UUID value) implements Id {

  @Override
  public String prefix() {
    return "person";
  }

  @Override
  public String toString() {
    return text();
  }
}
