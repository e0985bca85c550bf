package com.aiqleads.platform;

import static com.aiqleads.platform.PlatformFixtures.aMember;
import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.Email;
import com.aiqleads.platform.Members.Credentials;
import java.util.Locale;
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

    assertThat(members().withEmail(new Email(address))).contains(new Credentials(ann, HASH));
  }

  @Test
  void findsTheAddressInAnyCase() {
    members().add(ann, HASH);

    assertThat(members().withEmail(new Email(address.toUpperCase(Locale.ROOT))))
        .contains(new Credentials(ann, HASH));
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
    assertThat(members().withEmail(new Email(address))).contains(new Credentials(ann, HASH));
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
  }
}
