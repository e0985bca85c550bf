package com.aiqleads.local.provider;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// What a provider says of itself, in the way that the faults of the moment want it.
record Description(String issuer, Set<Fault> faults) {

  Answer answer() {
    if (faults.contains(Fault.DOWN)) {
      return Answer.text(503, "text/plain", "down");
    }
    return faults.contains(Fault.MOVED)
        ? Answer.to(issuer + "/elsewhere")
        : Answer.json(200, fields());
  }

  private Map<String, Object> fields() {
    Map<String, Object> fields = new TreeMap<>();
    fields.put(
        "issuer", faults.contains(Fault.OTHER_DESCRIPTION) ? "https://other.example" : issuer);
    String query = faults.contains(Fault.WITH_QUERY) ? "?tenant=one" : "";
    fields.put("authorization_endpoint", issuer + "/authorize" + query);
    fields.put(
        "token_endpoint",
        (faults.contains(Fault.IN_THE_CLEAR) ? "http://provider.example" : issuer) + "/token");
    if (!faults.contains(Fault.NO_KEYS)) {
      fields.put("jwks_uri", issuer + "/jwks");
    }
    fields.put("response_types_supported", List.of("code"));
    fields.put("subject_types_supported", List.of("public"));
    fields.put("id_token_signing_alg_values_supported", List.of("RS256"));
    fields.put("code_challenge_methods_supported", List.of("S256"));
    fields.put("token_endpoint_auth_methods_supported", List.of("client_secret_basic"));
    fields.put("authorization_response_iss_parameter_supported", !faults.contains(Fault.TERSE));
    return fields;
  }
}
