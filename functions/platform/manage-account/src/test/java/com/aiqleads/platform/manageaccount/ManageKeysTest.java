package com.aiqleads.platform.manageaccount;

import static com.aiqleads.platform.PlatformFixtures.GOOD_PASSWORD;
import static com.aiqleads.platform.PlatformFixtures.NOON;
import static com.aiqleads.platform.PlatformFixtures.aBuyer;
import static com.aiqleads.platform.PlatformFixtures.aFamily;
import static com.aiqleads.platform.PlatformFixtures.aMember;
import static com.aiqleads.platform.PlatformFixtures.aStart;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.aiqleads.kernel.Ids;
import com.aiqleads.lambda.http.BadInput;
import com.aiqleads.lambda.http.WrongField;
import com.aiqleads.platform.Act;
import com.aiqleads.platform.ApiKey;
import com.aiqleads.platform.ApiKeyId;
import com.aiqleads.platform.CheapPasswords;
import com.aiqleads.platform.FamilyId;
import com.aiqleads.platform.InMemoryApiKeys;
import com.aiqleads.platform.InMemoryAuditTrail;
import com.aiqleads.platform.InMemoryMembers;
import com.aiqleads.platform.InMemoryRefreshFamilies;
import com.aiqleads.platform.Membership;
import com.aiqleads.platform.Name;
import com.aiqleads.platform.RefreshToken;
import com.aiqleads.platform.Role;
import com.aiqleads.platform.Scope;
import com.aiqleads.platform.SessionOwner;
import com.aiqleads.platform.manageaccount.ManageKeys.Made;
import com.aiqleads.platform.manageaccount.ManageKeys.SessionOver;
import com.aiqleads.platform.manageaccount.ManageKeys.TooMany;
import com.aiqleads.platform.manageaccount.ManageKeys.Unconfirmed;
import com.aiqleads.platform.manageaccount.ManageKeys.Wish;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ManageKeysTest {

  private static final Wish WISH =
      new Wish(new Name("nightly export"), Set.of(Scope.MARKETPLACE_READ), Duration.ofDays(90));

  private final Membership ann = aBuyer();
  private final SessionOwner colleague = new SessionOwner(aBuyer().user().id(), ann.team().id());
  private final SessionOwner stranger = aBuyer().owner();
  private final InMemoryApiKeys keys = new InMemoryApiKeys();
  private final InMemoryAuditTrail trail = new InMemoryAuditTrail();
  private final InMemoryMembers members = new InMemoryMembers();
  private final InMemoryRefreshFamilies families = new InMemoryRefreshFamilies();
  private final FamilyId laptop = aFamily();
  private final ManageKeys manage =
      new ManageKeys(
          keys,
          members,
          new MySessions(families, members, trail, () -> NOON),
          trail,
          Supplier::get,
          () -> NOON);

  @BeforeEach
  void signIn() {
    members.add(ann);
    members.confirmEmail(ann.user().id(), NOON);
    families.start(RefreshToken.random(laptop), aStart(ann));
  }

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

    assertThat(manage.make(ann.owner(), laptop, WISH)).isEqualTo(new TooMany());
    assertThat(trail.acts()).hasSize(ApiKey.MOST_OF_A_TEAM);
  }

  @Test
  void makesNoneForAnAddressThatNobodyConfirmed() {
    Membership bob = aMember("bob@buyers.example", Role.BUYER);
    FamilyId phone = aFamily();
    members.add(bob);
    families.start(RefreshToken.random(phone), aStart(bob));

    assertThat(manage.make(bob.owner(), phone, WISH)).isEqualTo(new Unconfirmed());
    assertThat(keys.of(bob.team().id(), NOON)).isEmpty();
  }

  @Test
  void makesNoneForAnAccessTokenThatOutlivesItsSession() {
    members.setPassword(
        ann.user().id(), new CheapPasswords().hash(GOOD_PASSWORD), Optional.empty());

    assertThat(manage.make(ann.owner(), laptop, WISH)).isEqualTo(new SessionOver());
    assertThat(manage.make(ann.owner(), aFamily(), WISH)).isEqualTo(new SessionOver());
    assertThat(keys.of(ann.team().id(), NOON)).isEmpty();
  }

  @Test
  void makesNoneForWhoeverHasLeftTheTeam() {
    members.remove(ann.team().id(), ann.user().id());

    assertThat(manage.make(ann.owner(), laptop, WISH)).isEqualTo(new SessionOver());
    assertThat(trail.acts()).isEmpty();
  }

  @Test
  void rotatesWithADayOfGrace() {
    Made made = make();

    Made rotated = manage.rotate(ann.owner(), made.key().id()).orElseThrow();

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
  void leavesTheKeysOfOthersAlone() {
    Made made = make();

    assertThat(manage.rotate(colleague, made.key().id())).isEmpty();
    assertThat(manage.revoke(colleague, made.key().id(), false)).isFalse();
    assertThat(keys.use(made.secret(), NOON)).isPresent();
  }

  @Test
  void letsManagersRevokeAnyKeyOfTheTeam() {
    Made made = make();

    assertThat(manage.revoke(colleague, made.key().id(), true)).isTrue();
    assertThat(keys.use(made.secret(), NOON)).isEmpty();
  }

  @Test
  void knowsNoKeyOfAnotherTeam() {
    ApiKeyId id = make().key().id();

    assertThat(manage.list(stranger.team())).isEmpty();
    assertThat(manage.rotate(stranger, id)).isEmpty();
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
    return (Made) manage.make(ann.owner(), laptop, WISH);
  }
}
