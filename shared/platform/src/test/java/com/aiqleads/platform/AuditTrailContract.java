package com.aiqleads.platform;

import static com.aiqleads.platform.PlatformFixtures.NOON;
import static com.aiqleads.platform.PlatformFixtures.aBuyer;
import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.platform.AuditTrail.Before;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What every audit trail must hold.
public abstract class AuditTrailContract {

  private final Membership ann = aBuyer();
  private final Membership bob = aBuyer();

  protected abstract AuditTrail trail();

  @Test
  void tellsThePersonWhatThePersonDid() {
    AuditEntry entry = entry(ann, Act.SIGNED_IN, 0);
    trail().add(entry);
    trail().add(entry(bob, Act.SIGNED_IN, 0));

    assertThat(trail().of(ann.team().id(), ann.user().id(), Before.NOW)).containsExactly(entry);
  }

  @Test
  void tellsTheTeamWhatAnybodyInItDid() {
    TeamId team = ann.team().id();
    AuditEntry first = entry(ann, Act.SIGNED_IN, 0);
    AuditEntry second =
        AuditEntry.of(team, bob.user().id(), Act.SIGNED_OUT, "", NOON.plusMillis(1));
    trail().add(first);
    trail().add(second);
    trail().add(entry(bob, Act.SIGNED_IN, 2));

    assertThat(trail().of(team, Before.NOW)).containsExactly(second, first);
  }

  @Test
  void tellsNothingToAForeignTeam() {
    trail().add(entry(ann, Act.SIGNED_IN, 0));

    assertThat(trail().of(bob.team().id(), ann.user().id(), Before.NOW)).isEmpty();
  }

  @Test
  void tellsAPageAtATimeWithNothingTwiceOrLeftOut() {
    List<AuditEntry> all =
        IntStream.range(0, AuditTrail.PAGE + 3)
            .mapToObj(number -> entry(ann, Act.SIGNED_IN, number / 10))
            .toList();
    all.forEach(trail()::add);

    List<AuditEntry> newest = trail().of(ann.team().id(), Before.NOW);
    AuditEntry last = newest.getLast();
    List<AuditEntry> older = trail().of(ann.team().id(), new Before(last.at(), last.id()));

    assertThat(newest).hasSize(AuditTrail.PAGE);
    assertThat(older).hasSize(3).doesNotContainAnyElementsOf(newest);
  }

  @Test
  void keepsByWhichKeyAProgramActed() {
    AuditEntry entry = entry(ann, Act.SIGNED_IN, 0).by(new ApiKeyId(Ids.next(() -> NOON)));
    trail().add(entry);

    assertThat(trail().of(ann.team().id(), Before.NOW)).containsExactly(entry);
  }

  @ParameterizedTest
  @EnumSource
  void keepsEveryAct(Act act) {
    AuditEntry entry = entry(ann, act, 0);
    trail().add(entry);

    assertThat(trail().of(ann.team().id(), Before.NOW)).containsExactly(entry);
  }

  private static AuditEntry entry(Membership member, Act act, int millis) {
    return AuditEntry.of(
        member.team().id(), member.user().id(), act, "family_1", NOON.plusMillis(millis));
  }
}
