package com.aiqleads.lambda;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Requires;

/// Which function this is: `marketplace-price-lead` of stage `prod`.
@ConfigurationProperties("aiqleads")
@Requires(property = "aiqleads.function")
public record FunctionIdentity(String stage, String context, String function) {

  public String id() {
    return context + "-" + function;
  }
}
