package com.aiqleads.platform;

import static com.aiqleads.platform.PlatformFixtures.NOON;
import static com.aiqleads.platform.PlatformFixtures.aBuyer;
import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.Email;
import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.TeamId;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every store of invitations must hold.
public abstract class InvitationsContract {

  private static final Instant END = NOON.plus(Invitation.LIFETIME);
  private static final Email BOB = new Email("Bob@b.example");

  private final RandomSecret secret = RandomSecret.next();
  private Membership ann = aBuyer();
  private Invitation invitation = invitation(ann);

  protected abstract Invitations invitations();

  /// Somebody who is in the store, in a team of an own.
  protected abstract Membership person();

  @BeforeEach
  void register() {
    ann = person();
    invitation = invitation(ann);
  }

  @Test
  void isListedUntilItIsOver() {
    add();

    assertThat(invitations().of(team(), NOON)).containsExactly(invitation);
    assertThat(invitations().find(team(), invitation.id(), NOON)).contains(invitation);
    assertThat(invitations().of(team(), END)).isEmpty();
  }

  @Test
  void isAcceptedOnceByWhoeverHasTheSecretAndTheAddress() {
    add();

    assertThat(invitations().accept(RandomSecret.next(), BOB, NOON)).isEmpty();
    assertThat(invitations().accept(secret, new Email("eve@b.example"), NOON)).isEmpty();
    assertThat(invitations().accept(secret, new Email("bob@b.example"), NOON)).contains(invitation);
    assertThat(invitations().accept(secret, BOB, NOON)).isEmpty();
    assertThat(invitations().of(team(), NOON)).isEmpty();
  }

  @Test
  void isAcceptedInTimeOnly() {
    add();

    assertThat(invitations().accept(secret, BOB, END)).isEmpty();
    assertThat(invitations().accept(secret, BOB, END.minusMillis(1))).contains(invitation);
  }

  @Test
  void isGoodWithTheLastSecretOnly() {
    add();
    RandomSecret next = RandomSecret.next();
    invitations().seal(team(), invitation.id(), next);

    assertThat(invitations().accept(secret, BOB, NOON)).isEmpty();
    assertThat(invitations().accept(next, BOB, NOON)).contains(invitation);
  }

  @Test
  void isNoGoodOnceItIsWithdrawn() {
    add();

    assertThat(invitations().withdraw(team(), invitation.id(), NOON)).isTrue();
    assertThat(invitations().withdraw(team(), invitation.id(), NOON)).isFalse();
    assertThat(invitations().accept(secret, BOB, NOON)).isEmpty();
  }

  @Test
  void isOutOfReachForAForeignTeam() {
    add();
    TeamId foreign = person().team().id();

    assertThat(invitations().of(foreign, NOON)).isEmpty();
    assertThat(invitations().find(foreign, invitation.id(), NOON)).isEmpty();
    assertThat(invitations().withdraw(foreign, invitation.id(), NOON)).isFalse();
    invitations().seal(foreign, invitation.id(), RandomSecret.next());
    assertThat(invitations().accept(secret, BOB, NOON)).contains(invitation);
  }

  @Test
  void isOneOfAtMostFifty() {
    for (int number = 0; number < Invitation.MOST_OF_A_TEAM; number++) {
      assertThat(invitations().add(invitation(ann), NOON)).isTrue();
    }

    assertThat(invitations().add(invitation(ann), NOON)).isFalse();
    assertThat(invitations().add(invitation(ann), END)).isTrue();
  }

  private void add() {
    invitations().add(invitation, NOON);
    invitations().seal(team(), invitation.id(), secret);
  }

  private TeamId team() {
    return ann.team().id();
  }

  private static Invitation invitation(Membership inviter) {
    return new Invitation(
        new InvitationId(Ids.next(() -> NOON)),
        inviter.team().id(),
        BOB,
        Set.of(Role.ANALYST, Role.BUYER),
        inviter.user().id(),
        END);
  }
}
