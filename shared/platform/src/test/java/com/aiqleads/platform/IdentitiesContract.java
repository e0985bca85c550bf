package com.aiqleads.platform;

import static com.aiqleads.platform.PlatformFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.UserId;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What every store of identities must hold.
public abstract class IdentitiesContract {

  private static final String ISSUER = "https://provider.example";

  private final Identity identity = new Identity(ISSUER, UUID.randomUUID().toString());

  protected abstract Identities identities();

  /// Somebody whom the store knows.
  protected abstract UserId person();

  @Test
  void findsWhoseAnIdentityIs() {
    UserId ann = person();

    assertThat(identities().find(identity)).isEmpty();
    assertThat(identities().link(identity, ann, NOON)).isTrue();

    assertThat(identities().find(identity)).contains(ann);
  }

  @Test
  void givesAnIdentityToNobodyElse() {
    UserId ann = person();
    identities().link(identity, ann, NOON);

    assertThat(identities().link(identity, person(), NOON)).isFalse();
    assertThat(identities().link(identity, ann, NOON)).isFalse();

    assertThat(identities().find(identity)).contains(ann);
  }

  @Test
  void takesOneSubjectAtTwoIssuersForTwoPeople() {
    UserId ann = person();
    Identity elsewhere = new Identity("https://other.example", identity.subject());
    identities().link(identity, ann, NOON);

    assertThat(identities().find(elsewhere)).isEmpty();
    assertThat(identities().link(elsewhere, person(), NOON)).isTrue();
    assertThat(identities().find(identity)).contains(ann);
  }

  @Test
  void knowsThatSubjectsDifferByCase() {
    Identity small = new Identity(ISSUER, "a" + identity.subject());
    identities().link(small, person(), NOON);

    assertThat(identities().find(new Identity(ISSUER, "A" + identity.subject()))).isEmpty();
  }
}
