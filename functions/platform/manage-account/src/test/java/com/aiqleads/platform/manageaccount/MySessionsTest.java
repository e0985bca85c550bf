package com.aiqleads.platform.manageaccount;

import static com.aiqleads.platform.PlatformFixtures.GOOD_PASSWORD;
import static com.aiqleads.platform.PlatformFixtures.NOON;
import static com.aiqleads.platform.PlatformFixtures.aBuyer;
import static com.aiqleads.platform.PlatformFixtures.aFamily;
import static com.aiqleads.platform.PlatformFixtures.aStart;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aiqleads.platform.AbsentAuditTrail;
import com.aiqleads.platform.Act;
import com.aiqleads.platform.CheapPasswords;
import com.aiqleads.platform.FamilyId;
import com.aiqleads.platform.InMemoryAuditTrail;
import com.aiqleads.platform.InMemoryMembers;
import com.aiqleads.platform.InMemoryRefreshFamilies;
import com.aiqleads.platform.Membership;
import com.aiqleads.platform.OpenSession;
import com.aiqleads.platform.RefreshToken;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MySessionsTest {

  private final Membership ann = aBuyer();
  private final InMemoryMembers members = new InMemoryMembers();
  private final InMemoryRefreshFamilies families = new InMemoryRefreshFamilies();
  private final InMemoryAuditTrail trail = new InMemoryAuditTrail();
  private final MySessions sessions =
      new MySessions(families, members, trail, () -> NOON.plusSeconds(60));

  @Test
  void listsWhereThePersonIsSignedIn() {
    FamilyId laptop = signedIn(ann, NOON);
    FamilyId phone = signedIn(ann, NOON.plusSeconds(1));
    signedIn(aBuyer(), NOON);

    assertThat(list()).containsExactly(phone, laptop);
  }

  @Test
  void listsNothingThatANewPasswordEnded() {
    FamilyId laptop = signedIn(ann, NOON);
    signedIn(ann, NOON);
    members.setPassword(
        ann.user().id(), new CheapPasswords().hash(GOOD_PASSWORD), Optional.of(laptop));

    assertThat(list()).containsExactly(laptop);
  }

  @Test
  void endsOneAndWritesItDown() {
    FamilyId laptop = signedIn(ann, NOON);
    FamilyId phone = signedIn(ann, NOON.plusSeconds(1));

    assertThat(sessions.end(ann.owner(), phone)).isTrue();

    assertThat(list()).containsExactly(laptop);
    assertThat(trail.acts()).containsExactly(Act.SESSION_ENDED);
  }

  @Test
  void endsNothingThatCannotBeWrittenDown() {
    FamilyId laptop = signedIn(ann, NOON);
    MySessions unwritten =
        new MySessions(families, members, new AbsentAuditTrail(), () -> NOON.plusSeconds(60));

    assertThatThrownBy(() -> unwritten.end(ann.owner(), laptop)).hasMessage("away");

    assertThat(list()).containsExactly(laptop);
  }

  @Test
  void endsNobodyElsesAndWritesNothing() {
    FamilyId others = signedIn(aBuyer(), NOON);

    assertThat(sessions.end(ann.owner(), others)).isFalse();
    assertThat(sessions.end(ann.owner(), aFamily())).isFalse();
    assertThat(trail.acts()).isEmpty();
  }

  private FamilyId signedIn(Membership member, Instant at) {
    FamilyId family = aFamily();
    families.start(RefreshToken.random(family), aStart(member, at));
    return family;
  }

  private List<FamilyId> list() {
    return sessions.list(ann.user().id()).stream().map(OpenSession::id).toList();
  }
}
