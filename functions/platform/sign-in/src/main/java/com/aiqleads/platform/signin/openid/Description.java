package com.aiqleads.platform.signin.openid;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.util.Map;

/// What a provider publishes about itself, as far as it matters to us.
///
/// @param saysIssuer whether it promises to send people back with its own name
record Description(URI authorization, URI token, URI keys, boolean saysIssuer) {

  /// Reads the document.
  ///
  /// @throws IOException if it is none, or not this provider's
  static Description of(String json, String issuer, Addresses addresses) throws IOException {
    try {
      Map<String, Object> document = JSONObjectUtils.parse(json, ProviderHttp.MAX_BYTES);
      if (!issuer.equals(document.get("issuer"))) {
        throw new IOException("the description is of another provider");
      }
      return new Description(
          addresses.checked(text(document, "authorization_endpoint")),
          addresses.checked(text(document, "token_endpoint")),
          addresses.checked(text(document, "jwks_uri")),
          Boolean.TRUE.equals(document.get("authorization_response_iss_parameter_supported")));
    } catch (ParseException | IllegalArgumentException e) {
      throw new IOException("the description cannot be read", e);
    }
  }

  private static String text(Map<String, Object> document, String name) {
    if (document.get(name) instanceof String text) {
      return text;
    }
    throw new IllegalArgumentException(name + " is missing");
  }
}
