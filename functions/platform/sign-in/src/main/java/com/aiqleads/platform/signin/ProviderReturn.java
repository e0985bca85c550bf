package com.aiqleads.platform.signin;

import com.aiqleads.platform.ProviderId;
import com.aiqleads.platform.RandomSecret;
import java.util.Optional;

/// With what a browser came back from a provider.
///
/// @param code empty if the provider sent an error instead
/// @param issuer who sent it back, if that is said
record ProviderReturn(
    ProviderId provider,
    RandomSecret state,
    RandomSecret browser,
    Optional<String> code,
    Optional<String> issuer) {

  @Override
  public String toString() {
    return "ProviderReturn[***]";
  }
}
