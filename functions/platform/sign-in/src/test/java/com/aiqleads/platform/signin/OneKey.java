package com.aiqleads.platform.signin;

import com.aiqleads.lambda.Secrets;
import java.util.Base64;

/// The same key for everything that is encrypted.
record OneKey(String providers) implements Secrets {

  @Override
  public String text(String name) {
    return name.equals("sign-in-providers")
        ? providers
        : Base64.getEncoder().encodeToString(new byte[32]);
  }

  @Override
  public String fresh(String name) {
    return text(name);
  }
}
