package com.aiqleads.platform.manageaccount;

import static com.aiqleads.platform.PlatformFixtures.NOON;
import static com.aiqleads.platform.PlatformFixtures.aBuyer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.aiqleads.kernel.Ids;
import com.aiqleads.lambda.http.BadInput;
import com.aiqleads.lambda.http.WrongField;
import com.aiqleads.platform.Act;
import com.aiqleads.platform.ApiKey;
import com.aiqleads.platform.ApiKeyId;
import com.aiqleads.platform.InMemoryApiKeys;
import com.aiqleads.platform.InMemoryAuditTrail;
import com.aiqleads.platform.Membership;
import com.aiqleads.platform.Name;
import com.aiqleads.platform.Scope;
import com.aiqleads.platform.SessionOwner;
import com.aiqleads.platform.manageaccount.ManageKeys.Made;
import com.aiqleads.platform.manageaccount.ManageKeys.Wish;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ManageKeysTest {

  private static final Wish WISH =
      new Wish(new Name("nightly export"), Set.of(Scope.MARKETPLACE_READ), Duration.ofDays(90));

  private final Membership ann = aBuyer();
  private final SessionOwner colleague = new SessionOwner(aBuyer().user().id(), ann.team().id());
  private final SessionOwner stranger = aBuyer().owner();
  private final InMemoryApiKeys keys = new InMemoryApiKeys();
  private final InMemoryAuditTrail trail = new InMemoryAuditTrail();
  private final ManageKeys manage = new ManageKeys(keys, trail, Supplier::get, () -> NOON);

  @Test
  void makesAKeyOfTheTeamAndShowsItOnce() {
    Made made = make();

    assertThat(keys.use(made.secret(), NOON)).isPresent();
    assertThat(manage.list(ann.team().id()))
        .singleElement()
        .satisfies(
            key -> {
              assertThat(key.maker()).isEqualTo(ann.user().id());
              assertThat(key.expiresAt()).isEqualTo(NOON.plus(Duration.ofDays(90)));
            });
    assertThat(trail.acts()).containsExactly(Act.API_KEY_MADE);
  }

  @Test
  void makesAtMostFifty() {
    for (int number = 0; number < ApiKey.MOST_OF_A_TEAM; number++) {
      make();
    }

    assertThat(manage.make(ann.owner(), WISH)).isEmpty();
    assertThat(trail.acts()).hasSize(ApiKey.MOST_OF_A_TEAM);
  }

  @Test
  void rotatesWithADayOfGrace() {
    Made made = make();

    Made rotated = manage.rotate(ann.owner(), made.key().id(), false).orElseThrow();

    assertThat(keys.use(rotated.secret(), NOON)).isPresent();
    assertThat(keys.use(made.secret(), NOON.plus(ApiKey.GRACE).minusMillis(1))).isPresent();
    assertThat(keys.use(made.secret(), NOON.plus(ApiKey.GRACE))).isEmpty();
    assertThat(trail.acts()).containsExactly(Act.API_KEY_MADE, Act.API_KEY_ROTATED);
  }

  @Test
  void revokes() {
    Made made = make();

    assertThat(manage.revoke(ann.owner(), made.key().id(), false)).isTrue();

    assertThat(keys.use(made.secret(), NOON)).isEmpty();
    assertThat(trail.acts()).containsExactly(Act.API_KEY_MADE, Act.API_KEY_REVOKED);
  }

  @Test
  void leavesTheKeysOfOthersAloneButForAdmins() {
    ApiKeyId id = make().key().id();

    assertThat(manage.rotate(colleague, id, false)).isEmpty();
    assertThat(manage.revoke(colleague, id, false)).isFalse();
    assertThat(manage.rotate(colleague, id, true)).isPresent();
    assertThat(manage.revoke(colleague, id, true)).isTrue();
  }

  @Test
  void knowsNoKeyOfAnotherTeam() {
    ApiKeyId id = make().key().id();

    assertThat(manage.list(stranger.team())).isEmpty();
    assertThat(manage.rotate(stranger, id, true)).isEmpty();
    assertThat(manage.revoke(stranger, id, true)).isFalse();
    assertThat(manage.revoke(ann.owner(), new ApiKeyId(Ids.next(() -> NOON)), true)).isFalse();
  }

  @Test
  void givesAwayNoScopeThatTheMakerDoesNotHave() {
    Set<String> allowed = Set.of("marketplace:read");

    assertThat(new ApiKeyRequest("a", List.of("marketplace:read"), null).checked(allowed))
        .isEqualTo(new Wish(new Name("a"), Set.of(Scope.MARKETPLACE_READ), ApiKey.USUAL_LIFETIME));
    for (String scope : List.of("marketplace:write", "nonsense")) {
      assertThat(wrong(new ApiKeyRequest("a", List.of(scope), 1), allowed))
          .containsExactly(new WrongField("scopes", "must be scopes that you have"));
    }
    assertThat(wrong(new ApiKeyRequest("", null, 0), allowed))
        .extracting(WrongField::field)
        .containsExactly("name", "scopes", "lifetimeDays");
  }

  @Test
  void lastsAYearAtMost() {
    Set<String> allowed = Set.of("marketplace:read");
    List<String> scopes = List.of("marketplace:read");

    assertThat(new ApiKeyRequest("a", scopes, 1).checked(allowed).lifetime())
        .isEqualTo(Duration.ofDays(1));
    assertThat(new ApiKeyRequest("a", scopes, 366).checked(allowed).lifetime())
        .isEqualTo(Duration.ofDays(366));
    assertThat(wrong(new ApiKeyRequest("a", scopes, 367), allowed))
        .containsExactly(new WrongField("lifetimeDays", "must be 1 to 366"));
  }

  private static List<WrongField> wrong(ApiKeyRequest request, Set<String> allowed) {
    return catchThrowableOfType(BadInput.class, () -> request.checked(allowed)).wrongFields();
  }

  private Made make() {
    return manage.make(ann.owner(), WISH).orElseThrow();
  }
}
