package com.aiqleads.lambda.http;

import io.micronaut.context.annotation.ConfigurationProperties;
import org.jspecify.annotations.Nullable;

/// Whose tokens are believed: the address that tokens name as their issuer.
///
/// @param keysUrl where the issuer's keys are read, if not at its own address: a function without a
///     way out of its network reads the same object from S3
@ConfigurationProperties("aiqleads")
record IssuerSettings(String issuer, @Nullable String keysUrl) {

  String keys() {
    return keysUrl == null ? issuer + "/.well-known/jwks.json" : keysUrl;
  }
}
