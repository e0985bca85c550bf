package com.aiqleads.platform.manageaccount;

import static com.aiqleads.platform.PlatformFixtures.GOOD_PASSWORD;
import static com.aiqleads.platform.PlatformFixtures.NOON;
import static com.aiqleads.platform.PlatformFixtures.aFamily;
import static com.aiqleads.platform.PlatformFixtures.aMember;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.aiqleads.kernel.Email;
import com.aiqleads.platform.Act;
import com.aiqleads.platform.AuditEntry;
import com.aiqleads.platform.AuditTrail.Before;
import com.aiqleads.platform.CheapPasswords;
import com.aiqleads.platform.FamilyId;
import com.aiqleads.platform.Generation;
import com.aiqleads.platform.InMemoryAuditTrail;
import com.aiqleads.platform.InMemoryMembers;
import com.aiqleads.platform.InMemorySecondFactors;
import com.aiqleads.platform.Membership;
import com.aiqleads.platform.RecoveryCode;
import com.aiqleads.platform.Role;
import com.aiqleads.platform.SecondFactor;
import com.aiqleads.platform.SecondFactor.Enrolled;
import com.aiqleads.platform.TotpSecret;
import com.aiqleads.platform.manageaccount.LiftSecondFactor.Outcome;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LiftSecondFactorTest {

  private final Membership ada = aMember("ada@aiqleads.example", Role.ADMIN);
  private final Membership ann = aMember("ann@buyers.example", Role.BUYER);
  private final FamilyId laptop = aFamily();
  private final InMemoryMembers members = new InMemoryMembers();
  private final InMemorySecondFactors factors = new InMemorySecondFactors();
  private final InMemoryAuditTrail trail = new InMemoryAuditTrail();
  private final LiftSecondFactor lift =
      new LiftSecondFactor(factors, members, trail, Supplier::get, () -> NOON);

  @BeforeEach
  void register() {
    for (Membership member : List.of(ada, ann)) {
      members.add(member, new CheapPasswords().hash(GOOD_PASSWORD));
      factors.enrol(member.user().id(), TotpSecret.next(), 1, RecoveryCode.next(), laptop);
    }
  }

  @Test
  void takesAFactorAwayAndEndsEverySession() {
    assertThat(lift.lift(ada.owner(), new Email("ANN@buyers.example"))).isEqualTo(Outcome.LIFTED);

    assertThat(factors.of(ann.user().id())).isEqualTo(new SecondFactor.None());
    assertThat(members.sessionsSince(ann.user().id()).allows(laptop, Generation.FIRST)).isFalse();
  }

  @Test
  void standsInTheTrailsOfBothTeams() {
    lift.lift(ada.owner(), ann.user().email());

    assertThat(trail.of(ada.team().id(), Before.NOW))
        .extracting(AuditEntry::act, AuditEntry::person, AuditEntry::subject)
        .containsExactly(tuple(Act.SECOND_FACTOR_LIFTED, ada.user().id(), ann.user().id().text()));
    assertThat(trail.of(ann.team().id(), ann.user().id(), Before.NOW))
        .extracting(AuditEntry::act, AuditEntry::subject)
        .containsExactly(tuple(Act.SECOND_FACTOR_REMOVED, ada.user().id().text()));
  }

  @Test
  void leavesAloneWhoIsUnknownOrHasNoneOrAsks() {
    factors.remove(ann.user().id());

    assertThat(lift.lift(ada.owner(), new Email("bob@buyers.example"))).isEqualTo(Outcome.UNKNOWN);
    assertThat(lift.lift(ada.owner(), ann.user().email())).isEqualTo(Outcome.NOT_ENROLLED);
    assertThat(lift.lift(ada.owner(), ada.user().email())).isEqualTo(Outcome.OWN);
    assertThat(factors.of(ada.user().id())).isInstanceOf(Enrolled.class);
    assertThat(trail.acts()).isEmpty();
  }
}
