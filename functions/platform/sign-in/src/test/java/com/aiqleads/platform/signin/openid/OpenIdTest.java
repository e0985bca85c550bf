package com.aiqleads.platform.signin.openid;

import static com.aiqleads.platform.PlatformFixtures.NOON;
import static com.aiqleads.platform.signin.openid.OpenIdFixtures.ACME;
import static com.aiqleads.platform.signin.openid.OpenIdFixtures.acme;
import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.Email;
import com.aiqleads.local.provider.Fault;
import com.aiqleads.local.provider.LocalProvider;
import com.aiqleads.platform.Departure;
import com.aiqleads.platform.Identity;
import com.aiqleads.platform.RandomSecret;
import com.aiqleads.platform.signin.openid.Redemption.Reason;
import com.aiqleads.platform.signin.openid.Redemption.Redeemed;
import com.aiqleads.platform.signin.openid.Redemption.Refused;
import com.aiqleads.platform.signin.openid.Redemption.Unreachable;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Against a provider that speaks the real protocol, and gets wrong what it is told to.
class OpenIdTest {

  private static final Refused NO_CODE = new Refused(Reason.CODE);
  private static final Refused NO_TOKEN = new Refused(Reason.TOKEN);

  private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
  private final LocalProvider server = OpenIdFixtures.aProvider(now::get);
  private final Provider acme = acme(server.issuer());
  private final OpenId openId = OpenIdFixtures.openId(now::get);
  private final RandomSecret state = RandomSecret.next();
  private final Departure departure = Departure.to(ACME, RandomSecret.next(), NOON);
  private final Person ann = new Person("Ann.Lee@buyers.example");

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void knowsWhoCameBack() {
    Redemption redemption = redeem();

    assertThat(redemption).isInstanceOf(Redeemed.class);
    Vouched person = ((Redeemed) redemption).person().orElseThrow();
    assertThat(person.email()).isEqualTo(new Email("Ann.Lee@buyers.example"));
    assertThat(person.name().value()).isEqualTo("Ann Lee");
    assertThat(person.identity().issuer()).isEqualTo(server.issuer());
    assertThat(redeem()).isEqualTo(redemption);
  }

  @Test
  void asksForACodeWithAChallengeAndANonce() {
    Map<String, String> asked = Person.fields(authorization().getRawQuery());

    assertThat(asked)
        .containsEntry("response_type", "code")
        .containsEntry("scope", "openid email profile")
        .containsEntry("code_challenge_method", "S256")
        .containsEntry("nonce", departure.nonce().value())
        .containsEntry("state", state.value())
        .containsEntry("redirect_uri", OpenIdFixtures.CONSOLE + "/console/sign-in/with/acme/return")
        .doesNotContainValue(departure.verifier().value());
  }

  @Test
  void redeemsACodeOnce() {
    Map<String, String> back = ann.agree(authorization());

    assertThat(redeem(back, departure)).isInstanceOf(Redeemed.class);
    assertThat(redeem(back, departure)).isEqualTo(NO_CODE);
  }

  @Test
  void redeemsNoCodeOfAnotherJourney() {
    Map<String, String> back = ann.agree(authorization());

    assertThat(redeem(back, Departure.to(ACME, RandomSecret.next(), NOON))).isEqualTo(NO_CODE);
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "WRONG_NONCE",
        "NO_NONCE",
        "WRONG_AUDIENCE",
        "WRONG_PARTY",
        "NO_PARTY",
        "WRONG_ISSUER",
        "EXPIRED",
        "FUTURE",
        "OLD",
        "NO_SUBJECT",
        "UNSIGNED",
        "SYMMETRIC",
        "OTHER_KEY",
        "UNKNOWN_KEY",
        "NO_TOKEN"
      })
  void believesNoTokenThatIsNotExactlyRight(Fault fault) {
    server.set(fault, true);

    assertThat(redeem()).isEqualTo(NO_TOKEN);
  }

  @ParameterizedTest
  @EnumSource(names = {"UNVERIFIED_EMAIL", "NO_EMAIL"})
  void believesNoAddressThatTheProviderDoesNotVouchForButWhoItIs(Fault fault) {
    Identity identity = ((Redeemed) redeem()).identity();
    server.set(fault, true);

    assertThat(redeem()).isEqualTo(new Redeemed(identity, Optional.empty()));
  }

  @Test
  void takesNoCodeThatAnotherProviderSends() {
    server.set(Fault.MIXED_UP, true);
    assertThat(redeem()).isEqualTo(NO_CODE);
    server.heal();

    Map<String, String> back = ann.agree(authorization());
    back.remove("iss");
    assertThat(redeem(back, departure)).as("a provider that promises its name").isEqualTo(NO_CODE);
  }

  @ParameterizedTest
  @EnumSource(names = {"BROKEN", "ENDLESS", "FAILING", "MOVED"})
  void saysThatAProviderIsOutOfOrder(Fault fault) {
    URI authorization = authorization();
    server.set(fault, true);

    assertThat(redeem(ann.agree(authorization), departure)).isEqualTo(new Unreachable());
  }

  @Test
  void waitsOnlySoLong() {
    URI authorization = authorization();
    Map<String, String> back = ann.agree(authorization);
    OpenId hasty = OpenIdFixtures.openId(now::get, Duration.ofMillis(200));
    // The description is asked for first, and may well be late itself: the same to whoever waits.
    server.set(Fault.SLOW, true);

    assertThat(hasty.redeem(acme, code(back), Optional.ofNullable(back.get("iss")), departure))
        .isEqualTo(new Unreachable());
  }

  @ParameterizedTest
  @EnumSource(names = {"OTHER_DESCRIPTION", "NO_KEYS", "MOVED", "IN_THE_CLEAR", "DOWN"})
  void sendsNobodyToAProviderThatDescribesItselfWrongly(Fault fault) {
    server.set(fault, true);

    assertThat(openId.authorization(acme, state, departure)).isEmpty();
    assertThat(openId.redeem(acme, "any", Optional.of(server.issuer()), departure))
        .isEqualTo(new Unreachable());
  }

  @Test
  void comparesTheNameOfAProviderToTheLetter() {
    Provider other = acme(server.issuer() + "/");

    assertThat(openId.authorization(other, state, departure)).isEmpty();
  }

  @Test
  void understandsAProviderThatDoesItInAnotherWay() {
    server.set(Fault.TERSE, true);
    server.set(Fault.WITH_QUERY, true);

    assertThat(authorization().getRawQuery()).startsWith("tenant=one&response_type=code&");
    assertThat(((Redeemed) redeem()).person().orElseThrow().name().value()).isEqualTo("Ann Lee");
    Map<String, String> nameless = ann.agree(authorization());
    nameless.remove("iss");
    assertThat(redeem(nameless, departure)).isInstanceOf(Redeemed.class);
  }

  @Test
  void leavesAProviderThatFailsAloneForTenSeconds() {
    server.set(Fault.DOWN, true);
    assertThat(openId.authorization(acme, state, departure)).isEmpty();
    server.heal();

    assertThat(openId.authorization(acme, state, departure)).isEmpty();
    now.set(NOON.plus(Descriptions.LEFT_ALONE_FOR).minusMillis(1));
    assertThat(openId.authorization(acme, state, departure)).isEmpty();
    now.set(NOON.plus(Descriptions.LEFT_ALONE_FOR));
    assertThat(openId.authorization(acme, state, departure)).isPresent();
  }

  @Test
  void keepsADescriptionForAnHour() {
    authorization();
    server.set(Fault.DOWN, true);

    now.set(NOON.plus(Descriptions.KEPT_FOR).minusMillis(1));
    assertThat(openId.authorization(acme, state, departure)).isPresent();
    now.set(NOON.plus(Descriptions.KEPT_FOR));
    assertThat(openId.authorization(acme, state, departure)).isEmpty();
  }

  @Test
  void asksOnceMoreForTheKeyOfATokenThatItDoesNotKnow() {
    assertThat(redeem()).isInstanceOf(Redeemed.class);
    server.rotate();

    assertThat(redeem()).isInstanceOf(Redeemed.class);
  }

  @Test
  void takesNoTokenFromBeforeThePersonLeft() {
    Departure later = departureAt(NOON.plusSeconds(60));
    Departure muchLater = departureAt(NOON.plusSeconds(61));

    assertThat(redeem(ann.agree(authorization(later)), later)).isInstanceOf(Redeemed.class);
    assertThat(redeem(ann.agree(authorization(muchLater)), muchLater)).isEqualTo(NO_TOKEN);
  }

  @ParameterizedTest
  @CsvSource({"mary-jane.o.b@x.example, mary jane o b", "___@x.example, New member"})
  void callsSomebodyByTheMailboxIfNothingElseIsAName(String email, String name) {
    Redemption redemption = redeem(new Person(email).agree(authorization()), departure);

    assertThat(((Redeemed) redemption).person().orElseThrow().name().value()).isEqualTo(name);
  }

  @Test
  void tellsNobodyWhatItKnows() {
    assertThat(acme).hasToString("Provider[acme]");
    assertThat(((Redeemed) redeem()).person().orElseThrow().toString())
        .doesNotContain("Ann")
        .doesNotContain("Lee");
  }

  private Redemption redeem() {
    return redeem(ann.agree(authorization()), departure);
  }

  private Redemption redeem(Map<String, String> back, Departure journey) {
    return openId.redeem(acme, code(back), Optional.ofNullable(back.get("iss")), journey);
  }

  private static String code(Map<String, String> back) {
    return back.getOrDefault("code", "");
  }

  private URI authorization() {
    return authorization(departure);
  }

  private URI authorization(Departure journey) {
    return openId.authorization(acme, state, journey).orElseThrow();
  }

  private Departure departureAt(Instant at) {
    return new Departure(ACME, departure.browser(), departure.nonce(), departure.verifier(), at);
  }
}
