package com.aiqleads.local.provider;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// What people agreed to, each under a code that is good once.
final class Codes {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int CODE_BYTES = 24;

  private final Map<String, Authorization> agreed = new ConcurrentHashMap<>();

  String next(Authorization authorization) {
    byte[] bytes = new byte[CODE_BYTES];
    RANDOM.nextBytes(bytes);
    String code = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    agreed.put(code, authorization);
    return code;
  }

  Optional<Authorization> take(String code) {
    return Optional.ofNullable(agreed.remove(code));
  }
}
