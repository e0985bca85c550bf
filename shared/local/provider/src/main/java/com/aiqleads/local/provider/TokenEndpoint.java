package com.aiqleads.local.provider;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Exchanges codes, in the way that the faults of the token want it.
record TokenEndpoint(Client client, Codes codes, IdToken token) {

  private static final int TOO_MANY_BYTES = 1024 * 1024;

  Answer answer(Request request, Instant now) {
    return broken().orElseGet(() -> exchanged(request, now));
  }

  private Optional<Answer> broken() {
    if (token.faults().contains(Fault.MOVED)) {
      return Optional.of(Answer.to(token.issuer() + "/elsewhere"));
    }
    if (token.faults().contains(Fault.FAILING)) {
      return Optional.of(Answer.text(500, "text/plain", "failed"));
    }
    if (token.faults().contains(Fault.BROKEN)) {
      return Optional.of(Answer.text(200, "application/json", "{\"id_token\": "));
    }
    return token.faults().contains(Fault.ENDLESS)
        ? Optional.of(Answer.text(200, "application/json", " ".repeat(TOO_MANY_BYTES) + "{}"))
        : Optional.empty();
  }

  private Answer exchanged(Request request, Instant now) {
    if (!isClient(request.login())) {
      return Answer.json(401, Map.of("error", "invalid_client"));
    }
    if (!request.form().getOrDefault("grant_type", "").equals("authorization_code")) {
      return Answer.json(400, Map.of("error", "unsupported_grant_type"));
    }
    return codes
        .take(request.form().getOrDefault("code", ""))
        .filter(authorization -> authorization.redeemedBy(request.form(), now))
        .map(authorization -> tokens(authorization, now))
        .orElseGet(() -> Answer.json(400, Map.of("error", "invalid_grant")));
  }

  private Answer tokens(Authorization authorization, Instant now) {
    Map<String, Object> tokens = new TreeMap<>();
    tokens.put("access_token", "of-no-use-to-anybody");
    tokens.put("token_type", "Bearer");
    if (!token.faults().contains(Fault.NO_TOKEN)) {
      tokens.put("id_token", token.about(authorization, now));
    }
    return Answer.json(200, tokens);
  }

  private boolean isClient(String login) {
    String expected =
        URLEncoder.encode(client.id(), UTF_8) + ":" + URLEncoder.encode(client.secret(), UTF_8);
    return login.equals("Basic " + Base64.getEncoder().encodeToString(expected.getBytes(US_ASCII)));
  }
}
