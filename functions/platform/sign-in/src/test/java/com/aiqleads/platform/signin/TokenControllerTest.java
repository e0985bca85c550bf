package com.aiqleads.platform.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.Ids;
import com.aiqleads.platform.ApiKey;
import com.aiqleads.platform.ApiKeyId;
import com.aiqleads.platform.ApiKeySecret;
import com.aiqleads.platform.ApiKeys;
import com.aiqleads.platform.Attempts;
import com.aiqleads.platform.Limit;
import com.aiqleads.platform.Members;
import com.aiqleads.platform.Membership;
import com.aiqleads.platform.Name;
import com.aiqleads.platform.Scope;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TokenControllerTest {

  @RegisterExtension static final SignInFunction function = new SignInFunction();

  private static final String PASSWORD = Visitor.PASSWORD;

  private final SettableClock clock = function.clock();
  private final Members members = function.bean(Members.class);
  private final ApiKeys keys = function.bean(ApiKeys.class);
  private final Attempts attempts = function.bean(Attempts.class);

  @Test
  void exchangesAnApiKeyForATokenOfItsScopes() {
    Visitor ann = function.somebodyNew();
    ann.register();
    ApiKeySecret secret = key(ann);
    String body = "{\"apiKey\":\"%s\"}";

    APIGatewayV2HTTPResponse good = ann.post("/tokens", body.formatted(secret.text()));
    APIGatewayV2HTTPResponse wrong =
        ann.post("/tokens", body.formatted(ApiKeySecret.next(secret.id()).text()));
    APIGatewayV2HTTPResponse unknown =
        ann.post(
            "/tokens", body.formatted(ApiKeySecret.next(new ApiKeyId(Ids.next(clock))).text()));

    assertThat(good.getStatusCode()).isEqualTo(201);
    assertThat(good.getHeaders()).containsEntry("cache-control", "no-store");
    assertThat(good.getBody()).contains("\"scopes\":[\"marketplace:read\"]");
    assertThat(ann.text(ann.me(ann.text(good, "accessToken")), "email")).isEqualTo(ann.email());
    assertThat(wrong.getStatusCode()).isEqualTo(401);
    assertThat(ann.withoutId(unknown)).isEqualTo(ann.withoutId(wrong));
    assertThat(ann.post("/tokens", body.formatted("nonsense")).getStatusCode()).isEqualTo(400);
  }

  @Test
  void countsEachKeyApartFromItsMaker() {
    Visitor ann = function.somebodyNew();
    ann.register();
    String person = ann.text(ann.signIn(PASSWORD), "accessToken");
    String first = exchange(ann, key(ann));
    String second = exchange(ann, key(ann));

    assertThat(leftToKey(ann, person)).isEqualTo("599");
    assertThat(leftToKey(ann, first)).isEqualTo("599");
    assertThat(leftToKey(ann, second)).isEqualTo("599");
    assertThat(leftToKey(ann, first)).isEqualTo("598");
    assertThat(leftToKey(ann, person)).isEqualTo("598");
  }

  @Test
  void exchangesSoManyKeysForOneAddress() {
    Visitor ann = function.somebodyNew();
    String body =
        "{\"apiKey\":\"%s\"}".formatted(ApiKeySecret.next(new ApiKeyId(Ids.next(clock))).text());
    for (int attempt = 0; attempt < Limit.EXCHANGES.max(); attempt++) {
      attempts.add(Limit.EXCHANGES, ann.address(), clock.instant());
    }

    assertThat(ann.post("/tokens", body).getStatusCode()).isEqualTo(429);
  }

  private static String leftToKey(Visitor visitor, String token) {
    String limits = visitor.me(token).getHeaders().getOrDefault("ratelimit", "");
    return limits.replaceAll(".*\"key\";r=(\\d+);.*", "$1");
  }

  private static String exchange(Visitor maker, ApiKeySecret key) {
    return maker.text(
        maker.post("/tokens", "{\"apiKey\":\"%s\"}".formatted(key.text())), "accessToken");
  }

  private ApiKeySecret key(Visitor maker) {
    Membership member = members.of(function.userOf(maker)).orElseThrow();
    ApiKeySecret secret = ApiKeySecret.next(new ApiKeyId(Ids.next(clock)));
    keys.add(
        new ApiKey(
            secret.id(),
            member.team().id(),
            member.user().id(),
            new Name("export"),
            Set.of(Scope.MARKETPLACE_READ, Scope.PLATFORM_ADMIN),
            clock.instant(),
            clock.instant().plus(ApiKey.USUAL_LIFETIME),
            Optional.empty()),
        secret.secret());
    return secret;
  }
}
