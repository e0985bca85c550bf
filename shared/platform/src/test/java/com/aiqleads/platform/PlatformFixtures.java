package com.aiqleads.platform;

import com.aiqleads.kernel.Email;
import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.kernel.UserId;
import com.aiqleads.platform.EmailConfirmation.Unconfirmed;
import java.time.Instant;
import java.util.Set;

public final class PlatformFixtures {

  public static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  public static final Password GOOD_PASSWORD = new Password("seven green lamps");

  private PlatformFixtures() {}

  public static Membership aBuyer() {
    return aMember("ann@buyers.example", Role.BUYER);
  }

  public static Membership aMember(String email, Role... roles) {
    return new Membership(
        new User(
            new UserId(Ids.next(() -> NOON)), new Email(email), new Name("Ann"), new Unconfirmed()),
        new Team(new TeamId(Ids.next(() -> NOON)), new Name("Ann's team")),
        Set.of(roles));
  }

  public static FamilyId aFamily() {
    return new FamilyId(Ids.next(() -> NOON));
  }

  public static SessionStart aStart(Membership member) {
    return aStart(member, NOON);
  }

  public static SessionStart aStart(Membership member, Instant at) {
    return SessionStart.of(member, Generation.FIRST, at, Device.UNKNOWN);
  }
}
