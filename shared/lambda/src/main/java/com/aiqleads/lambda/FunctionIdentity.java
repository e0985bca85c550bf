package com.aiqleads.lambda;

import io.micronaut.context.annotation.ConfigurationProperties;

/// Which function this is: `marketplace-price-lead` of stage `prod`.
@ConfigurationProperties("aiqleads")
public record FunctionIdentity(String stage, String context, String function) {

  public String id() {
    return context + "-" + function;
  }
}
