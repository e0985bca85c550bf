package com.aiqleads.platform.signin;

import static com.aiqleads.platform.PlatformFixtures.GOOD_PASSWORD;
import static com.aiqleads.platform.PlatformFixtures.aFamily;
import static com.aiqleads.platform.PlatformFixtures.aMember;
import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.Ids;
import com.aiqleads.platform.Act;
import com.aiqleads.platform.ApiKey;
import com.aiqleads.platform.ApiKeyId;
import com.aiqleads.platform.ApiKeySecret;
import com.aiqleads.platform.AuditEntry;
import com.aiqleads.platform.AuditTrail.Before;
import com.aiqleads.platform.CheapPasswords;
import com.aiqleads.platform.InMemoryApiKeys;
import com.aiqleads.platform.InMemoryAuditTrail;
import com.aiqleads.platform.InMemoryMembers;
import com.aiqleads.platform.InMemorySecondFactors;
import com.aiqleads.platform.Membership;
import com.aiqleads.platform.Name;
import com.aiqleads.platform.ReadableTokenSigner;
import com.aiqleads.platform.RecoveryCode;
import com.aiqleads.platform.Role;
import com.aiqleads.platform.Scope;
import com.aiqleads.platform.TotpSecret;
import com.aiqleads.platform.signin.ExchangeKey.Exchanged;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ExchangeKeyTest {

  private final SettableClock clock = new SettableClock();
  private final InMemoryApiKeys keys = new InMemoryApiKeys();
  private final InMemoryMembers members = new InMemoryMembers();
  private final InMemorySecondFactors factors = new InMemorySecondFactors();
  private final InMemoryAuditTrail trail = new InMemoryAuditTrail();
  private final ExchangeKey exchange =
      new ExchangeKey(keys, members, factors, trail, new ReadableTokenSigner(), clock);

  @Test
  void isWrittenDownGoodOrRefused() {
    Membership ann = registered(Role.BUYER);
    ApiKeySecret key = key(ann, Scope.MARKETPLACE_READ);

    exchange.exchange(key);
    exchange.exchange(ApiKeySecret.next(key.id()));
    exchange.exchange(ApiKeySecret.next(new ApiKeyId(Ids.next(clock))));

    assertThat(trail.acts()).containsExactly(Act.API_KEY_EXCHANGED, Act.API_KEY_REFUSED);
    assertThat(trail.of(ann.team().id(), ann.user().id(), Before.NOW))
        .allMatch(entry -> entry.subject().equals(key.id().text()))
        .extracting(AuditEntry::key)
        .as("a refused key has not acted")
        .containsExactlyInAnyOrder(Optional.of(key.id()), Optional.empty());
  }

  @Test
  void allowsWhatKeyAndMakerAllowTogether() {
    Membership ann = registered(Role.ANALYST);

    Exchanged exchanged =
        exchange.exchange(key(ann, Scope.MARKETPLACE_READ, Scope.MARKETPLACE_WRITE)).orElseThrow();

    assertThat(exchanged.scopes()).containsExactly(Scope.MARKETPLACE_READ);
    assertThat(exchanged.access().value()).contains(ann.team().id().text());
  }

  @Test
  void allowsNothingForAnAdminWithoutASecondFactor() {
    Membership ada = registered(Role.ADMIN);
    ApiKeySecret key = key(ada, Scope.PLATFORM_READ);
    assertThat(exchange.exchange(key).orElseThrow().scopes()).isEmpty();

    factors.enrol(ada.user().id(), TotpSecret.next(), 0, RecoveryCode.next(), aFamily());
    assertThat(exchange.exchange(key).orElseThrow().scopes()).containsExactly(Scope.PLATFORM_READ);
  }

  @Test
  void refusesWhatIsUnknownWrongOrOver() {
    Membership ann = registered(Role.BUYER);
    ApiKeySecret key = key(ann, Scope.MARKETPLACE_READ);

    assertThat(exchange.exchange(ApiKeySecret.next(key.id()))).isEmpty();
    assertThat(exchange.exchange(ApiKeySecret.next(new ApiKeyId(Ids.next(clock))))).isEmpty();
    clock.pass(ApiKey.USUAL_LIFETIME);
    assertThat(exchange.exchange(key)).isEmpty();
  }

  @Test
  void refusesTheKeyOfWhoeverLeft() {
    assertThat(
            exchange.exchange(
                key(aMember("gone@buyers.example", Role.BUYER), Scope.MARKETPLACE_READ)))
        .isEmpty();
  }

  private Membership registered(Role role) {
    Membership member = aMember("ann@buyers.example", role);
    members.add(member, new CheapPasswords().hash(GOOD_PASSWORD));
    return member;
  }

  private ApiKeySecret key(Membership maker, Scope... scopes) {
    ApiKeySecret secret = ApiKeySecret.next(new ApiKeyId(Ids.next(clock)));
    keys.add(
        new ApiKey(
            secret.id(),
            maker.team().id(),
            maker.user().id(),
            new Name("nightly export"),
            Set.of(scopes),
            clock.instant(),
            clock.instant().plus(ApiKey.USUAL_LIFETIME),
            Optional.empty()),
        secret.secret());
    return secret;
  }
}
