package com.aiqleads.lambda.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.security.authentication.Authentication;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CallersTest {

  private static final String ID = "0J43GV5GYMFSFRMTVWHPEGYR9B";

  @Test
  void readScopesAsWordsOrAsAList() {
    assertThat(caller(Map.of("scope", " a:read  b:write ")).scopes())
        .containsExactlyInAnyOrder("a:read", "b:write");
    assertThat(caller(Map.of("scope", List.of("a:read", "b:write"))).scopes())
        .containsExactlyInAnyOrder("a:read", "b:write");
    assertThat(caller(Map.of("scope", 7)).scopes()).isEmpty();
    assertThat(caller(Map.of()).scopes()).isEmpty();
  }

  @Test
  void readTheSessionOfPeople() {
    assertThat(caller(Map.of("sid", "family_1")).session()).contains("family_1");
    assertThat(caller(Map.of()).session()).isEmpty();
  }

  private static Caller caller(Map<String, Object> claims) {
    Map<String, Object> all = new HashMap<>(claims);
    all.put("team", "team_" + ID);
    return Callers.of(Authentication.build("user_" + ID, all));
  }
}
