package com.aiqleads.platform;

import static com.aiqleads.platform.PlatformFixtures.NOON;
import static com.aiqleads.platform.PlatformFixtures.aFamily;
import static com.aiqleads.platform.PlatformFixtures.aMember;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class AccessClaimsTest {

  @Test
  void lastsFifteenMinutes() {
    AccessClaims claims =
        AccessClaims.of(
            aMember("ann@buyers.example", Role.BUYER), Set.of(Role.BUYER), aFamily(), NOON);

    assertThat(claims.expiresAt()).isEqualTo("2026-11-20T12:15:00Z");
  }

  @Test
  void countsWholeSeconds() {
    AccessClaims claims =
        AccessClaims.of(
            aMember("ann@buyers.example", Role.BUYER),
            Set.of(Role.BUYER),
            aFamily(),
            NOON.plusMillis(999));

    assertThat(claims.issuedAt()).isEqualTo(NOON);
  }

  @Test
  void allowsWhatTheRolesAllow() {
    Membership member = aMember("ann@buyers.example", Role.ANALYST, Role.BUYER);

    assertThat(AccessClaims.of(member, member.roles(), aFamily(), NOON).scopes())
        .isEqualTo(member.scopes())
        .contains(Scope.INSIGHTS_WRITE, Scope.MARKETPLACE_WRITE);
  }

  @Test
  void allowsNothingButWhatItsSessionMayUse() {
    Membership admin = aMember("ada@buyers.example", Role.ADMIN);

    assertThat(AccessClaims.of(admin, Set.of(), aFamily(), NOON).scopes()).isEmpty();
  }
}
