package com.aiqleads.platform;

import static com.aiqleads.platform.PlatformFixtures.NOON;
import static com.aiqleads.platform.PlatformFixtures.aBuyer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aiqleads.kernel.Ids;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ApiKeyTest {

  private final Membership ann = aBuyer();

  @Test
  void allowsNoMoreThanItsMakerMayDoNow() {
    ApiKey key = key(Set.of(Scope.MARKETPLACE_READ, Scope.MARKETPLACE_WRITE));

    assertThat(key.usable(ann.scopes())).isEqualTo(key.scopes());
    assertThat(key.usable(Role.ANALYST.scopes())).containsExactly(Scope.MARKETPLACE_READ);
    assertThat(key.usable(Role.CANDIDATE.scopes())).isEmpty();
  }

  @Test
  void allowsSomething() {
    assertThatThrownBy(() -> key(Set.of())).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void claimsItsTeamAndItsScopesButNoRoleAndNoSession() {
    ApiKey key = key(Set.of(Scope.MARKETPLACE_READ));

    AccessClaims claims = AccessClaims.of(key, key.scopes(), NOON);

    assertThat(claims.team()).isEqualTo(ann.team().id());
    assertThat(claims.user()).isEqualTo(ann.user().id());
    assertThat(claims.roles()).isEmpty();
    assertThat(claims.scopes()).containsExactly(Scope.MARKETPLACE_READ);
    assertThat(claims.session()).isEmpty();
    assertThat(claims.expiresAt()).isEqualTo(NOON.plus(AccessClaims.LIFETIME));
  }

  @Test
  void itsSecretReadsItsTextBackAndHides() {
    ApiKeySecret secret = ApiKeySecret.next(new ApiKeyId(Ids.next(() -> NOON)));

    assertThat(ApiKeySecret.parse(secret.text())).isEqualTo(secret);
    assertThat(secret.text()).startsWith("key_");
    assertThat(secret.toString()).doesNotContain(secret.secret().value());
    assertThatThrownBy(() -> ApiKeySecret.parse("nonsense"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ApiKeySecret.parse("key_1.x"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private ApiKey key(Set<Scope> scopes) {
    return new ApiKey(
        new ApiKeyId(Ids.next(() -> NOON)),
        ann.team().id(),
        ann.user().id(),
        new Name("nightly export"),
        scopes,
        NOON,
        NOON.plus(ApiKey.USUAL_LIFETIME),
        Optional.empty());
  }
}
