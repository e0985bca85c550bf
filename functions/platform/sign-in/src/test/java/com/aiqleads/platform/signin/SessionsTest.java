package com.aiqleads.platform.signin;

import static com.aiqleads.platform.PlatformFixtures.aBuyer;
import static com.aiqleads.platform.PlatformFixtures.aFamily;
import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.platform.AccessClaims;
import com.aiqleads.platform.CheapPasswords;
import com.aiqleads.platform.InMemoryMembers;
import com.aiqleads.platform.InMemoryRefreshFamilies;
import com.aiqleads.platform.Membership;
import com.aiqleads.platform.PlatformFixtures;
import com.aiqleads.platform.ReadableTokenSigner;
import com.aiqleads.platform.RefreshFamilies;
import com.aiqleads.platform.RefreshToken;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SessionsTest {

  private final Membership ann = aBuyer();
  private final SettableClock clock = new SettableClock();
  private final InMemoryMembers members = new InMemoryMembers();
  private final InMemoryRefreshFamilies families = new InMemoryRefreshFamilies();
  private final Sessions sessions =
      new Sessions(families, members, new ReadableTokenSigner(), clock);

  @BeforeEach
  void register() {
    members.add(ann, new CheapPasswords().hash(PlatformFixtures.GOOD_PASSWORD));
  }

  @Test
  void renewsBothTokens() {
    Session first = sessions.open(ann);

    Session second = sessions.renew(first.refresh()).orElseThrow();

    assertThat(second.refresh()).isNotEqualTo(first.refresh());
    assertThat(second.refresh().family()).isEqualTo(first.refresh().family());
    assertThat(second.access()).isNotEqualTo(first.access());
  }

  @Test
  void givesEachAccessTokenFifteenMinutes() {
    Session first = sessions.open(ann);
    clock.pass(AccessClaims.LIFETIME);

    Session second = sessions.renew(first.refresh()).orElseThrow();

    assertThat(first.access().expiresAt()).isEqualTo(clock.instant());
    assertThat(second.access().expiresAt()).isEqualTo(clock.instant().plus(AccessClaims.LIFETIME));
  }

  @Test
  void endsWhenATokenIsReplayed() {
    Session first = sessions.open(ann);
    Session second = sessions.renew(first.refresh()).orElseThrow();

    assertThat(sessions.renew(first.refresh())).isEmpty();
    assertThat(sessions.renew(second.refresh())).isEmpty();
  }

  @Test
  void doesNotEndTheOtherSessionsOfThePerson() {
    Session phone = sessions.open(ann);
    Session laptop = sessions.open(ann);

    sessions.end(phone.refresh());

    assertThat(sessions.renew(phone.refresh())).isEmpty();
    assertThat(sessions.renew(laptop.refresh())).isPresent();
  }

  @Test
  void endsThirtyDaysAfterTheSignInHoweverOftenItIsRenewed() {
    Session session = sessions.open(ann);
    clock.pass(RefreshFamilies.LIFETIME.minusSeconds(1));
    Session last = sessions.renew(session.refresh()).orElseThrow();

    clock.pass(Duration.ofSeconds(1));

    assertThat(sessions.renew(last.refresh())).isEmpty();
  }

  @Test
  void endsWhenThePersonLeftTheTeam() {
    Membership gone = aBuyer();
    Session session = sessions.open(gone);

    assertThat(sessions.renew(session.refresh())).isEmpty();
  }

  @Test
  void knowsNoTokenThatItDidNotGive() {
    assertThat(sessions.renew(RefreshToken.random(aFamily()))).isEmpty();
  }
}
