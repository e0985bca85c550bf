package com.aiqleads.platform.manageaccount;

import com.aiqleads.lambda.Secrets;
import java.util.Base64;

/// The same key for everything that is encrypted.
final class OneKey implements Secrets {

  @Override
  public String text(String name) {
    return Base64.getEncoder().encodeToString(new byte[32]);
  }

  @Override
  public String fresh(String name) {
    return text(name);
  }
}
