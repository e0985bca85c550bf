package com.aiqleads.platform;

import static com.aiqleads.platform.PlatformFixtures.NOON;
import static com.aiqleads.platform.PlatformFixtures.aFamily;
import static com.aiqleads.platform.PlatformFixtures.aMember;
import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.Email;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.kernel.UserId;
import com.aiqleads.platform.EmailConfirmation.Confirmed;
import com.aiqleads.platform.Members.Credentials;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What every store of members must hold.
public abstract class MembersContract {

  private static final PasswordHash HASH = new PasswordHash("$argon2id$v=19$one");

  private final String address = "Ann." + UUID.randomUUID() + "@buyers.example";
  private final Membership ann = aMember(address, Role.BUYER, Role.ANALYST);

  protected abstract Members members();

  @Test
  void findsByAddressWhatWasAdded() {
    assertThat(members().add(ann, HASH)).isTrue();

    assertThat(members().withEmail(new Email(address))).contains(credentials(ann, HASH));
  }

  @Test
  void findsTheAddressInAnyCase() {
    members().add(ann, HASH);

    assertThat(members().withEmail(new Email(address.toUpperCase(Locale.ROOT))))
        .contains(credentials(ann, HASH));
  }

  @Test
  void keepsTheFirstOfTwoWithOneAddress() {
    members().add(ann, HASH);

    boolean added =
        members()
            .add(
                aMember(address.toLowerCase(Locale.ROOT), Role.CANDIDATE),
                new PasswordHash("$argon2id$v=19$two"));

    assertThat(added).isFalse();
    assertThat(members().withEmail(new Email(address))).contains(credentials(ann, HASH));
  }

  @Test
  void keepsSomebodyWithoutAPassword() {
    TeamId team = ann.team().id();
    UserId person = ann.user().id();

    assertThat(members().add(ann)).isTrue();
    assertThat(members().add(aMember(address, Role.CANDIDATE))).isFalse();

    assertThat(members().withAddress(new Email(address.toUpperCase(Locale.ROOT)))).contains(ann);
    assertThat(members().find(team, person)).contains(ann);
    assertThat(members().of(person)).contains(ann);
    assertThat(members().inTeam(team)).containsExactly(ann);
    assertThat(members().withEmail(new Email(address))).isEmpty();
    assertThat(members().credentials(team, person)).isEmpty();

    members().setPassword(person, HASH, Optional.empty());
    assertThat(members().withEmail(new Email(address)))
        .contains(new Credentials(ann, HASH, Generation.FIRST.next()));
  }

  @Test
  void findsAMemberOfATeam() {
    members().add(ann, HASH);

    assertThat(members().find(ann.team().id(), ann.user().id())).contains(ann);
  }

  @Test
  void findsNobodyForAForeignTeam() {
    members().add(ann, HASH);

    assertThat(members().find(aMember(address, Role.BUYER).team().id(), ann.user().id())).isEmpty();
  }

  @Test
  void findsNobodyByAnUnknownAddress() {
    assertThat(members().withEmail(new Email(address))).isEmpty();
    assertThat(members().withAddress(new Email(address))).isEmpty();
  }

  @Test
  void changesAPasswordAndEndsWhatTheOldOneOpened() {
    members().add(ann, HASH);
    FamilyId kept = aFamily();
    PasswordHash next = new PasswordHash("$argon2id$v=19$two");
    Generation second = Generation.FIRST.next();
    UserId person = ann.user().id();

    assertThat(members().sessionsSince(person)).isEqualTo(SessionsSince.EVER);
    members().setPassword(person, next, Optional.of(kept));

    assertThat(members().sessionsSince(person))
        .isEqualTo(new SessionsSince(second, Optional.of(kept)));
    assertThat(members().credentials(ann.team().id(), person))
        .contains(new Credentials(ann, next, second));
    assertThat(members().withEmail(new Email(address)))
        .contains(new Credentials(ann, next, second));
  }

  @Test
  void endsSessionsWithoutANewPassword() {
    members().add(ann, HASH);
    UserId person = ann.user().id();
    members().endSessions(person, Optional.of(aFamily()));
    members().endSessions(person, Optional.empty());

    SessionsSince third = new SessionsSince(new Generation(3), Optional.empty());
    assertThat(members().sessionsSince(person)).isEqualTo(third);
    assertThat(members().lockSessions(person)).isEqualTo(third);
    assertThat(members().credentials(ann.team().id(), person).orElseThrow().password())
        .isEqualTo(HASH);
  }

  @Test
  void changesNobodyElsesPassword() {
    Membership bob = aMember("bob." + address, Role.BUYER);
    members().add(ann, HASH);
    members().add(bob, HASH);

    members()
        .setPassword(ann.user().id(), new PasswordHash("$argon2id$v=19$two"), Optional.empty());

    assertThat(members().credentials(bob.team().id(), bob.user().id()))
        .contains(credentials(bob, HASH));
    assertThat(members().credentials(bob.team().id(), ann.user().id())).isEmpty();
    assertThat(members().sessionsSince(bob.user().id())).isEqualTo(SessionsSince.EVER);
  }

  @Test
  void confirmsAnAddressOnce() {
    members().add(ann, HASH);

    members().confirmEmail(ann.user().id(), NOON);
    members().confirmEmail(ann.user().id(), NOON.plusSeconds(60));

    assertThat(members().of(ann.user().id()).orElseThrow().user().confirmation())
        .isEqualTo(new Confirmed(NOON));
    assertThat(members().of(aMember(address, Role.BUYER).user().id())).isEmpty();
  }

  @Test
  void joinsASecondTeamAndLeavesItAgain() {
    Membership bob = aMember("bob." + address, Role.BUYER);
    members().add(ann, HASH);
    members().add(bob, HASH);
    TeamId team = ann.team().id();
    UserId person = bob.user().id();

    members().join(team, person, Set.of(Role.ANALYST));
    members().join(team, person, Set.of(Role.MARKETER));

    assertThat(members().inTeam(team))
        .extracting(member -> member.user().id())
        .containsExactly(ann.user().id(), person);
    assertThat(members().lockTeam(team)).hasSize(2);
    assertThat(members().find(team, person).orElseThrow().roles()).containsExactly(Role.ANALYST);
    assertThat(members().teamsOf(person)).containsExactly(bob.team(), ann.team());
    assertThat(members().withEmail(bob.user().email()).orElseThrow().membership()).isEqualTo(bob);

    members().setRoles(team, person, Set.of(Role.BUYER));
    assertThat(members().find(team, person).orElseThrow().roles()).containsExactly(Role.BUYER);
    assertThat(members().find(bob.team().id(), person)).contains(bob);

    assertThat(members().remove(team, person)).containsExactly(bob.team());
    assertThat(members().find(team, person)).isEmpty();
    assertThat(members().teamsOf(person)).containsExactly(bob.team());
  }

  @Test
  void foundsATeamForSomebodyWhoIsInNone() {
    members().add(ann, HASH);
    Team own = aMember(address, Role.BUYER).team();
    UserId person = ann.user().id();

    assertThat(members().remove(ann.team().id(), person)).isEmpty();
    assertThat(members().withEmail(new Email(address))).isEmpty();
    assertThat(members().add(aMember(address, Role.BUYER), HASH)).isFalse();
    members().found(own, person, Set.of(Role.BUYER));

    Membership alone = new Membership(ann.user(), own, Set.of(Role.BUYER));
    assertThat(members().withEmail(new Email(address))).contains(credentials(alone, HASH));
    assertThat(members().inTeam(own.id())).containsExactly(alone);
    assertThat(members().inTeam(ann.team().id())).isEmpty();
  }

  @Test
  void changesNobodyInAForeignTeam() {
    Membership bob = aMember("bob." + address, Role.BUYER);
    members().add(ann, HASH);
    members().add(bob, HASH);

    members().setRoles(bob.team().id(), ann.user().id(), Set.of(Role.MARKETER));
    assertThat(members().remove(bob.team().id(), ann.user().id())).containsExactly(ann.team());

    assertThat(members().find(ann.team().id(), ann.user().id())).contains(ann);
    assertThat(members().inTeam(bob.team().id())).containsExactly(bob);
  }

  private static Credentials credentials(Membership member, PasswordHash password) {
    return new Credentials(member, password, Generation.FIRST);
  }
}
