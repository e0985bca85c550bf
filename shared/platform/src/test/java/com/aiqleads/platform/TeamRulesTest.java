package com.aiqleads.platform;

import static com.aiqleads.platform.PlatformFixtures.aMember;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aiqleads.kernel.Email;
import com.aiqleads.kernel.Ids;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TeamRulesTest {

  @Test
  void givesTheRightsOfNowAsFarAsTheTokenAllows() {
    Membership ann = aMember("ann@b.example", Role.ADMIN);
    Membership bob = aMember("bob@b.example", Role.ANALYST);
    List<Membership> team = List.of(ann, bob);
    Set<Scope> token = Set.of(Scope.PLATFORM_WRITE, Scope.MARKETPLACE_READ);

    assertThat(TeamRules.rights(team, ann.user().id(), token)).isEqualTo(token);
    assertThat(TeamRules.rights(team, bob.user().id(), token))
        .containsExactly(Scope.MARKETPLACE_READ);
    assertThat(TeamRules.rights(List.of(ann), bob.user().id(), token)).isEmpty();
    assertThat(TeamRules.rights(team, ann.user().id(), Set.of())).isEmpty();
  }

  @Test
  void letsManagersInviteAndAdminsInviteAdmins() {
    Set<Role> buyer = Set.of(Role.BUYER);
    Set<Role> admin = Set.of(Role.ADMIN);

    assertThat(TeamRules.mayInvite(buyer, buyer)).isTrue();
    assertThat(TeamRules.mayInvite(buyer, admin)).isFalse();
    assertThat(TeamRules.mayInvite(admin, admin)).isTrue();
    assertThat(TeamRules.mayInvite(Set.of(Role.ANALYST), buyer)).isFalse();
    assertThat(TeamRules.mayInvite(Set.of(), buyer)).isFalse();
  }

  private static final Set<Role> BUYER = Set.of(Role.BUYER);
  private static final Set<Role> ANALYST = Set.of(Role.ANALYST);

  private final Membership ann = aMember("ann@b.example", Role.BUYER);
  private final Membership bob = aMember("bob@b.example", Role.ANALYST);

  @Test
  void onlyAdminsMakeOrUnmakeAdminsAndSupport() {
    for (Role role : List.of(Role.ADMIN, Role.SUPPORT)) {
      assertThat(TeamRules.mayChange(Role.BUYER.scopes(), BUYER, Set.of(role))).isFalse();
      assertThat(TeamRules.mayChange(Role.BUYER.scopes(), Set.of(role), BUYER)).isFalse();
      assertThat(TeamRules.mayChange(Role.ADMIN.scopes(), BUYER, Set.of(role))).isTrue();
    }
    assertThat(TeamRules.mayChange(Role.BUYER.scopes(), ANALYST, BUYER)).isTrue();
    assertThat(TeamRules.mayChange(Role.BUYER.scopes(), Set.of(), ANALYST)).isTrue();
  }

  @Test
  void aTeamKeepsSomebodyWhoCanManageIt() {
    List<Membership> team = List.of(ann, bob);

    assertThat(TeamRules.leavesAManager(team, ann.user().id(), ANALYST)).isFalse();
    assertThat(TeamRules.leavesAManager(team, ann.user().id(), Set.of())).isFalse();
    assertThat(TeamRules.leavesAManager(team, ann.user().id(), BUYER)).isTrue();
    assertThat(TeamRules.leavesAManager(team, bob.user().id(), Set.of())).isTrue();
  }

  @Test
  void buyersAndAdminsManageTheirTeam() {
    assertThat(Role.values())
        .filteredOn(role -> role.scopes().contains(Scope.PLATFORM_WRITE))
        .containsExactly(Role.BUYER, Role.ADMIN);
  }

  @Test
  void anInvitationOffersARole() {
    InvitationId id = new InvitationId(Ids.next(() -> PlatformFixtures.NOON));

    assertThat(InvitationId.parse(id.text())).isEqualTo(id);
    assertThatThrownBy(
            () ->
                new Invitation(
                    id,
                    ann.team().id(),
                    new Email("cara@b.example"),
                    Set.of(),
                    ann.user().id(),
                    PlatformFixtures.NOON))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
