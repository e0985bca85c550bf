package com.aiqleads.platform;

import static com.aiqleads.platform.PlatformFixtures.NOON;
import static com.aiqleads.platform.PlatformFixtures.aBuyer;
import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.TeamId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every store of API keys must hold.
public abstract class ApiKeysContract {

  private static final Instant END = NOON.plusSeconds(3600);
  private static final Instant GRACE_END = NOON.plusSeconds(600);

  private Membership ann = aBuyer();
  private ApiKey key = key(ann, NOON);
  private ApiKeySecret secret = ApiKeySecret.next(key.id());

  protected abstract ApiKeys keys();

  /// Somebody who is in the store, in a team of an own.
  protected abstract Membership person();

  @BeforeEach
  void register() {
    ann = person();
    key = key(ann, NOON);
    secret = ApiKeySecret.next(key.id());
  }

  @Test
  void listsTheKeysOfATeamTheNewestFirst() {
    ApiKey later = key(ann, NOON.plusSeconds(1));
    keys().add(key, secret.secret());
    keys().add(later, RandomSecret.next());
    Membership bob = person();
    keys().add(key(bob, NOON), RandomSecret.next());

    assertThat(keys().of(ann.team().id(), NOON)).containsExactly(later, key);
    assertThat(keys().find(ann.team().id(), key.id(), NOON)).contains(key);
  }

  @Test
  void opensWithItsSecretAndNoOther() {
    keys().add(key, secret.secret());

    assertThat(keys().use(secret, NOON).orElseThrow().id()).isEqualTo(key.id());
    assertThat(keys().use(ApiKeySecret.next(key.id()), NOON)).isEmpty();
    assertThat(keys().use(new ApiKeySecret(anId(), secret.secret()), NOON)).isEmpty();
  }

  @Test
  void remembersWhenItWasUsedLast() {
    keys().add(key, secret.secret());
    keys().use(secret, NOON.plusSeconds(5));

    assertThat(keys().find(ann.team().id(), key.id(), NOON).orElseThrow().lastUsedAt())
        .contains(NOON.plusSeconds(5));
  }

  @Test
  void ends() {
    keys().add(key, secret.secret());

    assertThat(keys().use(secret, END.minusMillis(1))).isPresent();
    assertThat(keys().use(secret, END)).isEmpty();
    assertThat(keys().use(secret, END.plusMillis(1))).isEmpty();
    assertThat(keys().of(ann.team().id(), END)).isEmpty();
  }

  @Test
  void opensWithBothSecretsUntilTheGraceEnds() {
    keys().add(key, secret.secret());
    ApiKeySecret next = ApiKeySecret.next(key.id());

    assertThat(rotate(ann.team().id(), next.secret())).isTrue();

    assertThat(keys().use(next, NOON)).isPresent();
    assertThat(keys().use(secret, GRACE_END.minusMillis(1))).isPresent();
    assertThat(keys().use(secret, GRACE_END)).isEmpty();
    assertThat(keys().use(next, GRACE_END)).isPresent();
  }

  @Test
  void forgetsTheFirstSecretWhenItIsRotatedTwice() {
    keys().add(key, secret.secret());
    rotate(ann.team().id(), RandomSecret.next());
    rotate(ann.team().id(), RandomSecret.next());

    assertThat(keys().use(secret, NOON)).isEmpty();
  }

  @Test
  void opensNothingAfterItIsRevoked() {
    keys().add(key, secret.secret());

    assertThat(keys().revoke(ann.team().id(), key.id(), NOON)).isTrue();

    assertThat(keys().use(secret, NOON)).isEmpty();
    assertThat(keys().of(ann.team().id(), NOON)).isEmpty();
    assertThat(keys().revoke(ann.team().id(), key.id(), NOON)).isFalse();
    assertThat(rotate(ann.team().id(), RandomSecret.next())).isFalse();
  }

  @Test
  void opensNothingOnceAllOfItsMakerAreRevoked() {
    ApiKey another = key(ann, NOON);
    Membership bob = person();
    ApiKey others = key(bob, NOON);
    ApiKey revoked = key(ann, NOON);
    keys().add(key, secret.secret());
    keys().add(another, RandomSecret.next());
    keys().add(others, RandomSecret.next());
    keys().add(revoked, RandomSecret.next());
    keys().revoke(ann.team().id(), revoked.id(), NOON);

    assertThat(keys().revokeAll(ann.team().id(), bob.user().id(), NOON)).isEmpty();
    assertThat(keys().revokeAll(bob.team().id(), ann.user().id(), NOON)).isEmpty();
    assertThat(keys().revokeAll(ann.team().id(), ann.user().id(), NOON))
        .containsExactlyInAnyOrder(key.id(), another.id());

    assertThat(keys().use(secret, NOON)).isEmpty();
    assertThat(keys().of(ann.team().id(), NOON)).isEmpty();
    assertThat(keys().of(bob.team().id(), NOON)).containsExactly(others);
  }

  @Test
  void saysWhoseItWasAlsoWhenItIsOver() {
    keys().add(key, secret.secret());
    keys().revoke(ann.team().id(), key.id(), NOON);

    assertThat(keys().maker(key.id())).contains(ann.owner());
    assertThat(keys().maker(ApiKeySecret.next(new ApiKeyId(UUID.randomUUID())).id())).isEmpty();
  }

  @Test
  void isOutOfReachForAForeignTeam() {
    keys().add(key, secret.secret());
    TeamId foreign = person().team().id();

    assertThat(keys().of(foreign, NOON)).isEmpty();
    assertThat(keys().find(foreign, key.id(), NOON)).isEmpty();
    assertThat(rotate(foreign, RandomSecret.next())).isFalse();
    assertThat(keys().revoke(foreign, key.id(), NOON)).isFalse();
    assertThat(keys().use(secret, NOON)).isPresent();
  }

  @Test
  void isOneOfAtMostFifty() {
    for (int number = 1; number < ApiKey.MOST_OF_A_TEAM; number++) {
      assertThat(keys().add(key(ann, NOON), RandomSecret.next())).isTrue();
    }

    assertThat(keys().add(key, secret.secret())).isTrue();
    assertThat(keys().add(key(ann, NOON), RandomSecret.next())).isFalse();
    assertThat(keys().of(ann.team().id(), NOON)).hasSize(ApiKey.MOST_OF_A_TEAM);
  }

  private boolean rotate(TeamId team, RandomSecret next) {
    return keys().rotate(team, key.id(), next, NOON, GRACE_END);
  }

  private static ApiKey key(Membership maker, Instant at) {
    return new ApiKey(
        anId(),
        maker.team().id(),
        maker.user().id(),
        new Name("nightly export"),
        Set.of(Scope.MARKETPLACE_READ, Scope.INSIGHTS_READ),
        at,
        END,
        Optional.empty());
  }

  private static ApiKeyId anId() {
    return new ApiKeyId(Ids.next(() -> NOON));
  }
}
