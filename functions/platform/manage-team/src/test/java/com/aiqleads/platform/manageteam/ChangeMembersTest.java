package com.aiqleads.platform.manageteam;

import static com.aiqleads.platform.PlatformFixtures.GOOD_PASSWORD;
import static com.aiqleads.platform.PlatformFixtures.NOON;
import static com.aiqleads.platform.PlatformFixtures.aMember;
import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.events.Event;
import com.aiqleads.events.platform.MemberLeft;
import com.aiqleads.kernel.Email;
import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.UserId;
import com.aiqleads.lambda.Publisher;
import com.aiqleads.platform.Act;
import com.aiqleads.platform.ApiKey;
import com.aiqleads.platform.ApiKeyId;
import com.aiqleads.platform.ApiKeySecret;
import com.aiqleads.platform.AuditTrail.Before;
import com.aiqleads.platform.CheapPasswords;
import com.aiqleads.platform.InMemoryApiKeys;
import com.aiqleads.platform.InMemoryAuditTrail;
import com.aiqleads.platform.InMemoryInvitations;
import com.aiqleads.platform.InMemoryMembers;
import com.aiqleads.platform.Invitation;
import com.aiqleads.platform.InvitationId;
import com.aiqleads.platform.Membership;
import com.aiqleads.platform.Name;
import com.aiqleads.platform.Role;
import com.aiqleads.platform.Scope;
import com.aiqleads.platform.SessionOwner;
import com.aiqleads.platform.Team;
import com.aiqleads.platform.manageteam.ChangeMembers.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChangeMembersTest {

  private static final Set<Scope> BUYERS = Role.BUYER.scopes();

  private final Membership ann = aMember("ann@b.example", Role.BUYER);
  private final Membership bob = aMember("bob@b.example", Role.BUYER);
  private final Membership stranger = aMember("eve@b.example", Role.BUYER);
  private final InMemoryMembers members = new InMemoryMembers();
  private final InMemoryAuditTrail trail = new InMemoryAuditTrail();
  private final InMemoryInvitations invitations = new InMemoryInvitations();
  private final InMemoryApiKeys keys = new InMemoryApiKeys();
  private final List<Event> told = new ArrayList<>();
  private final ChangeMembers change =
      new ChangeMembers(
          members, keys, invitations, trail, Supplier::get, new Telling(told), () -> NOON);

  /// Keeps what was told.
  private record Telling(List<Event> told) implements Announcing {
    @Override
    public <T> T run(Function<Publisher, T> work) {
      return work.apply(told::add);
    }
  }

  @BeforeEach
  void register() {
    for (Membership member : Set.of(ann, bob, stranger)) {
      members.add(member, new CheapPasswords().hash(GOOD_PASSWORD));
    }
    members.join(ann.team().id(), bob.user().id(), Set.of(Role.ANALYST));
  }

  @Test
  void listsWhoIsInTheTeam() {
    assertThat(change.list(ann.team().id()))
        .extracting(member -> member.user().id())
        .containsExactly(ann.user().id(), bob.user().id());
  }

  @Test
  void givesAMemberOtherRoles() {
    assertThat(setRoles(bob.user().id(), Role.BUYER, Role.MARKETER)).isEqualTo(Outcome.CHANGED);

    assertThat(members.find(ann.team().id(), bob.user().id()).orElseThrow().roles())
        .containsExactlyInAnyOrder(Role.BUYER, Role.MARKETER);
    assertThat(trail.acts()).containsExactly(Act.ROLES_CHANGED);
  }

  @Test
  void letsAMemberGo() {
    assertThat(change.remove(ann.owner(), BUYERS, bob.user().id())).isEqualTo(Outcome.CHANGED);

    assertThat(members.find(ann.team().id(), bob.user().id())).isEmpty();
    assertThat(members.find(bob.team().id(), bob.user().id())).isPresent();
    assertThat(trail.acts()).containsExactly(Act.MEMBER_REMOVED);
    assertThat(told).containsExactly(new MemberLeft(ann.team().id(), bob.user().id(), NOON));
  }

  @Test
  void foundsAnOwnTeamForWhomIsInNoOtherEvenIfThatIsTheFounder() {
    members.setRoles(ann.team().id(), bob.user().id(), Set.of(Role.BUYER));
    SessionOwner bobHere = new SessionOwner(bob.user().id(), ann.team().id());

    assertThat(change.remove(bobHere, BUYERS, ann.user().id())).isEqualTo(Outcome.CHANGED);

    Membership alone = members.withEmail(ann.user().email()).orElseThrow().membership();
    assertThat(alone.roles()).containsExactly(Role.BUYER);
    assertThat(alone.team().name()).isEqualTo(ann.user().name());
    assertThat(members.inTeam(alone.team().id())).containsExactly(alone);
    assertThat(trail.acts()).containsExactly(Act.MEMBER_REMOVED, Act.TEAM_FOUNDED);
    assertThat(trail.of(alone.team().id(), ann.user().id(), Before.NOW)).hasSize(1);
  }

  @Test
  void revokesTheKeysOfWhomItLetsGo() {
    ApiKeySecret inTheTeam = key(ann.team(), bob);
    ApiKeySecret atHome = key(bob.team(), bob);
    ApiKeySecret others = key(ann.team(), ann);

    change.remove(ann.owner(), BUYERS, bob.user().id());
    members.join(ann.team().id(), bob.user().id(), Set.of(Role.ANALYST));

    assertThat(keys.use(inTheTeam, NOON)).isEmpty();
    assertThat(keys.use(atHome, NOON)).isPresent();
    assertThat(keys.use(others, NOON)).isPresent();
    assertThat(trail.acts()).containsExactly(Act.MEMBER_REMOVED, Act.API_KEY_REVOKED);
  }

  private ApiKeySecret key(Team team, Membership maker) {
    ApiKeySecret secret = ApiKeySecret.next(new ApiKeyId(Ids.next(() -> NOON)));
    keys.add(
        new ApiKey(
            secret.id(),
            team.id(),
            maker.user().id(),
            new Name("nightly export"),
            Set.of(Scope.MARKETPLACE_READ),
            NOON,
            NOON.plus(ApiKey.USUAL_LIFETIME),
            Optional.empty()),
        secret.secret());
    return secret;
  }

  @Test
  void leavesSomebodyWhoCanManage() {
    assertThat(setRoles(ann.user().id(), Role.ANALYST)).isEqualTo(Outcome.LAST_MANAGER);
    assertThat(change.remove(ann.owner(), BUYERS, ann.user().id())).isEqualTo(Outcome.LAST_MANAGER);
    assertThat(trail.acts()).isEmpty();
    assertThat(told).as("nobody left").isEmpty();
  }

  @Test
  void leavesAdminsToAdmins() {
    assertThat(setRoles(bob.user().id(), Role.ADMIN)).isEqualTo(Outcome.ADMINS_ONLY);
    members.setRoles(ann.team().id(), ann.user().id(), Set.of(Role.ADMIN));
    assertThat(
            change.setRoles(ann.owner(), Role.ADMIN.scopes(), bob.user().id(), Set.of(Role.ADMIN)))
        .isEqualTo(Outcome.CHANGED);
    assertThat(setRoles(bob.user().id(), Role.BUYER)).isEqualTo(Outcome.ADMINS_ONLY);
    members.setRoles(ann.team().id(), ann.user().id(), Set.of(Role.BUYER));
    assertThat(
            change.setRoles(ann.owner(), Role.ADMIN.scopes(), bob.user().id(), Set.of(Role.BUYER)))
        .isEqualTo(Outcome.ADMINS_ONLY);
    assertThat(change.remove(ann.owner(), BUYERS, bob.user().id())).isEqualTo(Outcome.ADMINS_ONLY);
  }

  @Test
  void reachesNobodyInAnotherTeam() {
    assertThat(setRoles(stranger.user().id(), Role.ANALYST)).isEqualTo(Outcome.UNKNOWN);
    assertThat(change.remove(ann.owner(), BUYERS, stranger.user().id())).isEqualTo(Outcome.UNKNOWN);
    assertThat(members.find(stranger.team().id(), stranger.user().id())).isPresent();
  }

  private Outcome setRoles(UserId member, Role... roles) {
    return change.setRoles(ann.owner(), BUYERS, member, Set.of(roles));
  }

  @Test
  void doesNothingForAManagerWhoIsOneNoMoreHoweverYoungTheToken() {
    SessionOwner bobHere = new SessionOwner(bob.user().id(), ann.team().id());

    assertThat(change.setRoles(bobHere, BUYERS, bob.user().id(), Set.of(Role.BUYER)))
        .isEqualTo(Outcome.NO_MANAGER);
    assertThat(change.remove(bobHere, BUYERS, ann.user().id())).isEqualTo(Outcome.NO_MANAGER);
    members.remove(ann.team().id(), bob.user().id());
    assertThat(change.setRoles(bobHere, BUYERS, ann.user().id(), Set.of(Role.ANALYST)))
        .isEqualTo(Outcome.NO_MANAGER);

    assertThat(members.find(ann.team().id(), ann.user().id()).orElseThrow().roles())
        .containsExactly(Role.BUYER);
    assertThat(trail.acts()).isEmpty();
  }

  @Test
  void withdrawsWhatAManagerSentWhoIsOneNoMore() {
    members.setRoles(ann.team().id(), bob.user().id(), Set.of(Role.BUYER));
    Invitation bobs = invited(bob, Role.ANALYST);
    Invitation anns = invited(ann, Role.ANALYST);

    setRoles(bob.user().id(), Role.BUYER, Role.MARKETER);
    assertThat(invitations.of(ann.team().id(), NOON)).containsExactly(bobs, anns);
    setRoles(bob.user().id(), Role.MARKETER);
    assertThat(invitations.of(ann.team().id(), NOON)).containsExactly(anns);
    assertThat(trail.acts())
        .containsExactly(Act.ROLES_CHANGED, Act.ROLES_CHANGED, Act.INVITATION_WITHDRAWN);
  }

  @Test
  void withdrawsWhatARemovedMemberSentAndWhatOnlyAnAdminMaySend() {
    members.setRoles(ann.team().id(), ann.user().id(), Set.of(Role.ADMIN));
    members.setRoles(ann.team().id(), bob.user().id(), Set.of(Role.ADMIN));
    invited(bob, Role.SUPPORT);
    Invitation buyer = invited(bob, Role.BUYER);

    change.setRoles(ann.owner(), Role.ADMIN.scopes(), bob.user().id(), Set.of(Role.BUYER));
    assertThat(invitations.of(ann.team().id(), NOON)).containsExactly(buyer);
    change.remove(ann.owner(), Role.ADMIN.scopes(), bob.user().id());
    assertThat(invitations.of(ann.team().id(), NOON)).isEmpty();
  }

  private Invitation invited(Membership inviter, Role role) {
    Invitation invitation =
        new Invitation(
            new InvitationId(Ids.next(() -> NOON)),
            ann.team().id(),
            new Email("cara@b.example"),
            Set.of(role),
            inviter.user().id(),
            NOON.plus(Invitation.LIFETIME));
    assertThat(invitations.add(invitation, NOON)).isTrue();
    return invitation;
  }
}
