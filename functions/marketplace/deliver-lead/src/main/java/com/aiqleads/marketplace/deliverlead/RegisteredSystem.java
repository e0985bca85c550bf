package com.aiqleads.marketplace.deliverlead;

import com.aiqleads.lambda.Secrets;
import io.micronaut.context.BeanProvider;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.regex.Pattern;

/// Who we are to Follow Up Boss, which asks every request to say so: a name, and the key that it
/// gives whoever registers. Until an operator has put that into the secret, which comes with
/// random bytes, there is the name alone.
///
/// https://docs.followupboss.com/reference/identification
@Singleton
record RegisteredSystem(BeanProvider<Secrets> secrets) {

  static final String NAME = "AIQLeads";

  private static final String SECRET = "follow-up-boss-system";
  private static final Pattern KEY = Pattern.compile("[0-9a-f]{32}");

  Map<String, String> headers() {
    String key = secrets.get().text(SECRET).strip();
    return KEY.matcher(key).matches()
        ? Map.of("X-System", NAME, "X-System-Key", key)
        : Map.of("X-System", NAME);
  }
}
