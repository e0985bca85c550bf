package com.aiqleads.platform.rotatekeys;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/// As much of OpenID Connect Discovery as a verifier of our tokens needs: we issue no id tokens.
@Serdeable
record Discovery(
    String issuer,
    @JsonProperty("jwks_uri") String keys,
    @JsonProperty("response_types_supported") List<String> responseTypes,
    @JsonProperty("subject_types_supported") List<String> subjectTypes,
    @JsonProperty("id_token_signing_alg_values_supported") List<String> algorithms) {

  static final String PATH = ".well-known/openid-configuration";

  static Discovery of(String issuer) {
    return new Discovery(
        issuer, issuer + "/" + KeySet.PATH, List.of("token"), List.of("public"), List.of("RS256"));
  }
}
