package com.aiqleads.platform.signin;

import static com.aiqleads.platform.PlatformFixtures.aBuyer;
import static com.aiqleads.platform.PlatformFixtures.aFamily;
import static com.aiqleads.platform.PlatformFixtures.aStart;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aiqleads.platform.AbsentAuditTrail;
import com.aiqleads.platform.AccessClaims;
import com.aiqleads.platform.AccessToken;
import com.aiqleads.platform.Act;
import com.aiqleads.platform.CheapPasswords;
import com.aiqleads.platform.Device;
import com.aiqleads.platform.FamilyId;
import com.aiqleads.platform.Generation;
import com.aiqleads.platform.InMemoryAuditTrail;
import com.aiqleads.platform.InMemoryMembers;
import com.aiqleads.platform.InMemoryRefreshFamilies;
import com.aiqleads.platform.InMemorySecondFactors;
import com.aiqleads.platform.Membership;
import com.aiqleads.platform.PlatformFixtures;
import com.aiqleads.platform.ReadableTokenSigner;
import com.aiqleads.platform.RefreshFamilies;
import com.aiqleads.platform.RefreshToken;
import com.aiqleads.platform.Role;
import com.aiqleads.platform.SessionStart;
import com.aiqleads.platform.signin.Sessions.Renewal;
import com.aiqleads.platform.signin.Sessions.Renewal.Late;
import com.aiqleads.platform.signin.Sessions.Renewal.Over;
import com.aiqleads.platform.signin.Sessions.Renewal.Renewed;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SessionsTest {

  private final Membership ann = aBuyer();
  private final SettableClock clock = new SettableClock();
  private final InMemoryMembers members = new InMemoryMembers();
  private final InMemoryRefreshFamilies families = new InMemoryRefreshFamilies();
  private final InMemoryAuditTrail trail = new InMemoryAuditTrail();
  private final ReadableTokenSigner signer = new ReadableTokenSigner();
  private final Sessions sessions =
      new Sessions(families, members, new InMemorySecondFactors(), trail, this::sign, clock);
  private boolean signerIsAway;

  @BeforeEach
  void register() {
    members.add(ann, new CheapPasswords().hash(PlatformFixtures.GOOD_PASSWORD));
  }

  @Test
  void renewsBothTokens() {
    Session first = open(ann);

    Session second = renewed(first.refresh());

    assertThat(second.refresh()).isNotEqualTo(first.refresh());
    assertThat(second.refresh().family()).isEqualTo(first.refresh().family());
    assertThat(second.access()).isNotEqualTo(first.access());
  }

  @Test
  void givesEachAccessTokenFifteenMinutes() {
    Session first = open(ann);
    clock.pass(AccessClaims.LIFETIME);

    Session second = renewed(first.refresh());

    assertThat(first.access().expiresAt()).isEqualTo(clock.instant());
    assertThat(second.access().expiresAt()).isEqualTo(clock.instant().plus(AccessClaims.LIFETIME));
  }

  @Test
  void endsWhenATokenIsReplayed() {
    Session first = open(ann);
    Session second = renewed(first.refresh());

    clock.pass(RefreshFamilies.GRACE);

    assertThat(sessions.renew(first.refresh())).isEqualTo(new Over());
    assertThat(sessions.renew(second.refresh())).isEqualTo(new Over());
    assertThat(trail.acts()).containsExactly(Act.SIGNED_IN, Act.REFRESH_TOKEN_REPLAYED);
  }

  @Test
  void goesOnWhenTwoTabsRenewAtOnce() {
    Session first = open(ann);
    Session second = renewed(first.refresh());

    Renewal late = sessions.renew(first.refresh());

    assertThat(late).isEqualTo(new Late());
    assertThat(sessions.renew(second.refresh())).isInstanceOf(Renewed.class);
  }

  @Test
  void isNotUsedUpByAnOutage() {
    Session first = open(ann);
    signerIsAway = true;
    assertThatThrownBy(() -> sessions.renew(first.refresh())).hasMessage("away");

    signerIsAway = false;
    clock.pass(RefreshFamilies.GRACE);

    assertThat(sessions.renew(first.refresh())).isInstanceOf(Renewed.class);
  }

  @Test
  void doesNotEndForAGuess() {
    Session session = open(ann);

    assertThat(sessions.renew(RefreshToken.random(session.refresh().family())))
        .isEqualTo(new Over());

    assertThat(sessions.renew(session.refresh())).isInstanceOf(Renewed.class);
    assertThat(trail.acts()).containsExactly(Act.SIGNED_IN);
  }

  private AccessToken sign(AccessClaims claims) {
    if (signerIsAway) {
      throw new IllegalStateException("away");
    }
    return signer.sign(claims);
  }

  @Test
  void endsWhenAnotherSessionChangedThePassword() {
    Session phone = open(ann);
    Session laptop = open(ann);
    clock.pass(Duration.ofMinutes(1));

    changePassword(Optional.of(laptop.refresh().family()));

    assertThat(sessions.renew(phone.refresh())).isEqualTo(new Over());
    assertThat(sessions.renew(laptop.refresh())).isInstanceOf(Renewed.class);
    assertThat(sessions.renew(open(ann).refresh())).isInstanceOf(Renewed.class);
  }

  @Test
  void isOfThePasswordThatOpenedItHoweverTheClocksGo() {
    SessionStart start = aStart(ann, clock.instant().plusSeconds(60));
    changePassword(Optional.empty());

    Session session = sessions.open(ann, start);

    assertThat(sessions.renew(session.refresh())).isEqualTo(new Over());
  }

  @Test
  void isWrittenDownWhenItEnds() {
    Session session = open(ann);

    sessions.end(session.refresh());
    sessions.end(RefreshToken.random(session.refresh().family()));

    assertThat(trail.acts()).containsExactly(Act.SIGNED_IN, Act.SIGNED_OUT);
  }

  @Test
  void doesNotEndTheOtherSessionsOfThePerson() {
    Session phone = open(ann);
    Session laptop = open(ann);

    sessions.end(phone.refresh());

    assertThat(sessions.renew(phone.refresh())).isEqualTo(new Over());
    assertThat(sessions.renew(laptop.refresh())).isInstanceOf(Renewed.class);
  }

  @Test
  void endsThirtyDaysAfterTheSignInHoweverOftenItIsRenewed() {
    Session session = open(ann);
    clock.pass(RefreshFamilies.LIFETIME.minusSeconds(1));
    Session last = renewed(session.refresh());

    clock.pass(Duration.ofSeconds(1));

    assertThat(sessions.renew(last.refresh())).isEqualTo(new Over());
  }

  @Test
  void endsWhenThePersonLeftTheTeam() {
    Membership gone = aBuyer();
    Session session = open(gone);

    assertThat(sessions.renew(session.refresh())).isEqualTo(new Over());
  }

  @Test
  void knowsNoTokenThatItDidNotGive() {
    assertThat(sessions.renew(RefreshToken.random(aFamily()))).isEqualTo(new Over());
  }

  @Test
  void goesOnInAnotherTeamOfThePersonUntilTheSameEnd() {
    Membership bob = bobTheBuyer();
    members.add(bob, new CheapPasswords().hash(PlatformFixtures.GOOD_PASSWORD));
    members.join(bob.team().id(), ann.user().id(), Set.of(Role.ANALYST));
    Session first = open(ann);
    clock.pass(Duration.ofDays(29));

    Session second =
        sessions
            .choose(ann.user().id(), bob.team().id(), renewed(first.refresh()).refresh())
            .orElseThrow();

    assertThat(second.access().value()).contains(bob.team().id().text());
    assertThat(sessions.renew(first.refresh())).isEqualTo(new Over());
    clock.pass(Duration.ofDays(1));
    assertThat(sessions.renew(second.refresh())).isEqualTo(new Over());
    assertThat(trail.acts())
        .containsExactly(Act.SIGNED_IN, Act.SESSION_ENDED, Act.TEAM_CHOSEN, Act.SIGNED_IN);
  }

  @Test
  void endsWhenAReplayedTokenChoosesATeam() {
    Session first = open(ann);
    Session second = renewed(first.refresh());
    clock.pass(RefreshFamilies.GRACE);

    assertThat(sessions.choose(ann.user().id(), ann.team().id(), first.refresh())).isEmpty();

    assertThat(sessions.renew(second.refresh())).isEqualTo(new Over());
    assertThat(trail.acts()).containsExactly(Act.SIGNED_IN, Act.REFRESH_TOKEN_REPLAYED);
  }

  @Test
  void endsByNothingThatCannotBeWrittenDown() {
    Session first = open(ann);
    Session second = renewed(first.refresh());
    clock.pass(RefreshFamilies.GRACE);
    Sessions unwritten =
        new Sessions(
            families,
            members,
            new InMemorySecondFactors(),
            new AbsentAuditTrail(),
            this::sign,
            clock);

    assertThatThrownBy(() -> unwritten.end(second.refresh())).hasMessage("away");
    assertThatThrownBy(() -> unwritten.renew(first.refresh())).hasMessage("away");

    assertThat(sessions.renew(first.refresh())).isEqualTo(new Over());
    assertThat(trail.acts()).containsExactly(Act.SIGNED_IN, Act.REFRESH_TOKEN_REPLAYED);
  }

  @Test
  void goesOnInAnotherTeamAfterItChangedThePassword() {
    Membership bob = bobTheBuyer();
    members.add(bob, new CheapPasswords().hash(PlatformFixtures.GOOD_PASSWORD));
    members.join(bob.team().id(), ann.user().id(), Set.of(Role.ANALYST));
    Session phone = open(ann);
    Session laptop = open(ann);
    changePassword(Optional.of(laptop.refresh().family()));

    Optional<Session> there = sessions.choose(ann.user().id(), bob.team().id(), laptop.refresh());

    assertThat(sessions.renew(there.orElseThrow().refresh())).isInstanceOf(Renewed.class);
    assertThat(sessions.choose(ann.user().id(), bob.team().id(), phone.refresh())).isEmpty();
  }

  @Test
  void choosesNoTeamOfOthersAndTakesNoTokenOfOthers() {
    Membership bob = bobTheBuyer();
    members.add(bob, new CheapPasswords().hash(PlatformFixtures.GOOD_PASSWORD));
    Session anns = open(ann);
    Session bobs = open(bob);

    assertThat(sessions.choose(ann.user().id(), bob.team().id(), anns.refresh())).isEmpty();
    assertThat(sessions.renew(anns.refresh())).isInstanceOf(Renewed.class);
    assertThat(sessions.choose(ann.user().id(), ann.team().id(), bobs.refresh())).isEmpty();
  }

  @Test
  void choosesNothingWithATokenThatIsUsedUp() {
    Session first = open(ann);
    Session next = renewed(first.refresh());

    assertThat(sessions.choose(ann.user().id(), ann.team().id(), first.refresh())).isEmpty();
    assertThat(sessions.choose(ann.user().id(), ann.team().id(), next.refresh())).isPresent();
    assertThat(sessions.choose(ann.user().id(), ann.team().id(), next.refresh())).isEmpty();
  }

  private static Membership bobTheBuyer() {
    return PlatformFixtures.aMember("bob@buyers.example", Role.BUYER);
  }

  private Session open(Membership member) {
    Generation generation = members.sessionsSince(member.user().id()).generation();
    return sessions.open(
        member, SessionStart.of(member, generation, clock.instant(), Device.UNKNOWN));
  }

  private Session renewed(RefreshToken token) {
    return ((Renewed) sessions.renew(token)).session();
  }

  private void changePassword(Optional<FamilyId> kept) {
    members.setPassword(
        ann.user().id(), new CheapPasswords().hash(PlatformFixtures.GOOD_PASSWORD), kept);
  }
}
