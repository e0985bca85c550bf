package com.aiqleads.lambda.http;

import com.aiqleads.kernel.TeamId;
import com.aiqleads.kernel.UserId;
import io.micronaut.security.authentication.Authentication;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads callers out of the claims of a verified token.
final class Callers {

  static final String TEAM = "team";
  static final String ROLES = "roles";
  static final String SCOPE = "scope";
  static final String SESSION = "sid";

  /// The id of the API key for which the token was given; people have none.
  static final String KEY = "key";

  private Callers() {}

  static Caller of(Authentication authentication) {
    Map<String, Object> claims = authentication.getAttributes();
    return new Caller(
        UserId.parse(authentication.getName()),
        TeamId.parse(String.valueOf(claims.get(TEAM))),
        texts(claims.get(ROLES)),
        texts(claims.get(SCOPE)),
        Optional.ofNullable(claims.get(SESSION)).map(String::valueOf));
  }

  static String team(Authentication authentication) {
    return String.valueOf(authentication.getAttributes().get(TEAM));
  }

  static Optional<String> apiKey(Authentication authentication) {
    return Optional.ofNullable(authentication.getAttributes().get(KEY)).map(String::valueOf);
  }

  /// What counts as one caller: an API key, or a person.
  static String key(Authentication authentication) {
    return apiKey(authentication).orElseGet(authentication::getName);
  }

  /// Whose a request is that must not be done twice: two keys of one person are two programs, which
  /// know nothing of each other.
  static String scope(Authentication authentication) {
    Caller caller = of(authentication);
    String person = caller.team().text() + "/" + caller.user().text();
    return apiKey(authentication).map(key -> person + "/" + key).orElse(person);
  }

  /// A list, or words between spaces.
  private static Set<String> texts(@Nullable Object claim) {
    return switch (claim) {
      case Collection<?> many -> many.stream().map(String::valueOf).collect(Collectors.toSet());
      case String words ->
          Arrays.stream(words.split(" "))
              .filter(word -> !word.isEmpty())
              .collect(Collectors.toSet());
      case null, default -> Set.of();
    };
  }
}
