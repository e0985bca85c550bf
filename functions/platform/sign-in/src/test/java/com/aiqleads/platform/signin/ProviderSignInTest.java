package com.aiqleads.platform.signin;

import static com.aiqleads.platform.PlatformFixtures.GOOD_PASSWORD;
import static com.aiqleads.platform.PlatformFixtures.aFamily;
import static com.aiqleads.platform.PlatformFixtures.aMember;
import static com.aiqleads.platform.signin.openid.OpenIdFixtures.ACME;
import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.Email;
import com.aiqleads.local.provider.Fault;
import com.aiqleads.local.provider.LocalProvider;
import com.aiqleads.platform.Act;
import com.aiqleads.platform.CheapPasswords;
import com.aiqleads.platform.Departures;
import com.aiqleads.platform.Device;
import com.aiqleads.platform.InMemoryAttempts;
import com.aiqleads.platform.InMemoryAuditTrail;
import com.aiqleads.platform.InMemoryChallenges;
import com.aiqleads.platform.InMemoryDepartures;
import com.aiqleads.platform.InMemoryIdentities;
import com.aiqleads.platform.InMemoryMail;
import com.aiqleads.platform.InMemoryMembers;
import com.aiqleads.platform.InMemoryPendingLinks;
import com.aiqleads.platform.InMemoryRefreshFamilies;
import com.aiqleads.platform.InMemorySecondFactors;
import com.aiqleads.platform.Limit;
import com.aiqleads.platform.Membership;
import com.aiqleads.platform.Network;
import com.aiqleads.platform.Password;
import com.aiqleads.platform.PendingLink;
import com.aiqleads.platform.PendingLinks;
import com.aiqleads.platform.ProviderId;
import com.aiqleads.platform.RandomSecret;
import com.aiqleads.platform.ReadableTokenSigner;
import com.aiqleads.platform.RecoveryCode;
import com.aiqleads.platform.Role;
import com.aiqleads.platform.TotpSecret;
import com.aiqleads.platform.WrongPasswords;
import com.aiqleads.platform.signin.Admission.CodeOwed;
import com.aiqleads.platform.signin.Admission.SignedIn;
import com.aiqleads.platform.signin.ConnectProvider.NoGood;
import com.aiqleads.platform.signin.ConnectProvider.TooOften;
import com.aiqleads.platform.signin.ConnectProvider.WrongPassword;
import com.aiqleads.platform.signin.DepartToProvider.Departed;
import com.aiqleads.platform.signin.DepartToProvider.NoSuchProvider;
import com.aiqleads.platform.signin.ReturnFromProvider.Outcome;
import com.aiqleads.platform.signin.ReturnFromProvider.PasswordOwed;
import com.aiqleads.platform.signin.ReturnFromProvider.Refused;
import com.aiqleads.platform.signin.ReturnFromProvider.Strayed;
import com.aiqleads.platform.signin.ReturnFromProvider.Unreachable;
import com.aiqleads.platform.signin.openid.OpenId;
import com.aiqleads.platform.signin.openid.OpenIdFixtures;
import com.aiqleads.platform.signin.openid.Person;
import com.aiqleads.platform.signin.openid.Providers;
import com.aiqleads.platform.signin.openid.Redemption.Reason;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Signing in by a provider, from leaving to being in; the provider is a real one.
class ProviderSignInTest {

  private static final Network HOME = new Network("192.0.2.1");
  private static final Device DEVICE = new Device("a browser");
  private static final Password WRONG = new Password("seven red lamps");

  private final SettableClock clock = new SettableClock();
  private final LocalProvider server = OpenIdFixtures.aProvider(clock);
  private final InMemoryMembers members = new InMemoryMembers();
  private final CheapPasswords passwords = new CheapPasswords();
  private final InMemoryIdentities identities = new InMemoryIdentities();
  private final InMemoryAuditTrail trail = new InMemoryAuditTrail();
  private final InMemorySecondFactors factors = new InMemorySecondFactors();
  private final InMemoryDepartures departures = new InMemoryDepartures();
  private final InMemoryPendingLinks links = new InMemoryPendingLinks();
  private final Providers providers = OpenIdFixtures.providers(OpenIdFixtures.settings(server));
  private final OpenId openId = OpenIdFixtures.openId(clock);
  private final Sessions sessions =
      new Sessions(
          new InMemoryRefreshFamilies(), members, factors, trail, new ReadableTokenSigner(), clock);
  private final Admission admission = new Admission(sessions, factors, new InMemoryChallenges());
  private final DepartToProvider depart =
      new DepartToProvider(providers, openId, departures, clock);
  private final ReturnFromProvider arrive = arriving(providers);
  private final ConnectProvider connect = connecting(links);
  private final Membership ann = aMember("ann@buyers.example", Role.BUYER);

  private ConnectProvider connecting(PendingLinks pending) {
    return new ConnectProvider(
        pending,
        members,
        new CheckPassword(members, passwords, new WrongPasswords(new InMemoryAttempts()), trail),
        identities,
        trail,
        Supplier::get,
        admission,
        clock);
  }

  private ReturnFromProvider arriving(Providers known) {
    return new ReturnFromProvider(
        departures,
        known,
        openId,
        identities,
        members,
        new Register(members, passwords, identities, trail, new InMemoryMail(), clock),
        links,
        admission,
        clock);
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void makesAnAccountForSomebodyNewAndKnowsThemAgain() {
    Outcome first = comeBack("new@buyers.example");
    Outcome second = comeBack("new@buyers.example");

    assertThat(first).isInstanceOf(SignedIn.class);
    assertThat(second).isInstanceOf(SignedIn.class);
    Membership member = members.withAddress(new Email("new@buyers.example")).orElseThrow();
    assertThat(member.roles())
        .as("roles are ours, whatever the token says")
        .containsOnly(Role.BUYER);
    assertThat(trail.acts())
        .containsExactly(Act.REGISTERED, Act.PROVIDER_CONNECTED, Act.SIGNED_IN, Act.SIGNED_IN);
  }

  @Test
  void takesNoMembersAccountForAnAddress() {
    register(ann);

    assertThat(comeBack("ANN@buyers.example")).isInstanceOf(PasswordOwed.class);

    assertThat(trail.acts()).isEmpty();
  }

  @Test
  void connectsAMemberWhoShowsThePasswordOnce() {
    register(ann);
    RandomSecret link = owed("ann@buyers.example");

    assertThat(connect.connect(link, GOOD_PASSWORD, HOME, DEVICE)).isInstanceOf(SignedIn.class);
    assertThat(connect.connect(link, GOOD_PASSWORD, HOME, DEVICE)).isEqualTo(new NoGood());

    assertThat(comeBack("ann@buyers.example")).isInstanceOf(SignedIn.class);
    assertThat(trail.acts()).containsExactly(Act.PROVIDER_CONNECTED, Act.SIGNED_IN, Act.SIGNED_IN);
  }

  @Test
  void connectsNobodyByAWrongPassword() {
    register(ann);
    RandomSecret link = owed("ann@buyers.example");

    for (int attempt = 0; attempt < Limit.WRONG_PASSWORDS.max(); attempt++) {
      assertThat(connect.connect(link, WRONG, HOME, DEVICE)).isEqualTo(new WrongPassword());
    }
    assertThat(connect.connect(link, GOOD_PASSWORD, HOME, DEVICE)).isInstanceOf(TooOften.class);

    assertThat(comeBack("ann@buyers.example")).isInstanceOf(PasswordOwed.class);
    assertThat(trail.acts()).containsOnly(Act.SIGN_IN_REFUSED);
  }

  @Test
  void connectsNobodyByAnotherPersonsPassword() {
    register(ann);
    members.add(
        aMember("bob@buyers.example", Role.BUYER), passwords.hash(new Password("my own lamps")));

    assertThat(
            connect.connect(owed("ann@buyers.example"), new Password("my own lamps"), HOME, DEVICE))
        .isEqualTo(new WrongPassword());
  }

  @Test
  void waitsTenMinutesForThePassword() {
    register(ann);
    RandomSecret link = owed("ann@buyers.example");

    clock.pass(PendingLinks.LIFETIME);

    assertThat(connect.connect(link, GOOD_PASSWORD, HOME, DEVICE)).isEqualTo(new NoGood());
    assertThat(connect.connect(RandomSecret.next(), GOOD_PASSWORD, HOME, DEVICE))
        .isEqualTo(new NoGood());
  }

  @Test
  void connectsAnIdentityToOneMemberOnly() {
    register(ann);
    RandomSecret first = owed("ann@buyers.example");
    RandomSecret second = owed("ann@buyers.example");

    assertThat(connect.connect(first, GOOD_PASSWORD, HOME, DEVICE)).isInstanceOf(SignedIn.class);

    assertThat(connect.connect(second, GOOD_PASSWORD, HOME, DEVICE)).isEqualTo(new NoGood());
  }

  @Test
  void connectsOneOfTwoAtOnce() {
    register(ann);
    RandomSecret link = owed("ann@buyers.example");
    PendingLinks usedMeanwhile =
        new PendingLinks() {
          @Override
          public void add(RandomSecret secret, PendingLink added) {
            throw new AssertionError("nothing is to be added");
          }

          @Override
          public Optional<PendingLink> find(RandomSecret secret, Instant now) {
            return links.find(secret, now);
          }

          @Override
          public boolean use(RandomSecret secret) {
            return false;
          }
        };

    assertThat(connecting(usedMeanwhile).connect(link, GOOD_PASSWORD, HOME, DEVICE))
        .isEqualTo(new NoGood());
    assertThat(trail.acts()).isEmpty();
  }

  @Test
  void asksForOurSecondFactorAllTheSame() {
    register(ann);
    factors.enrol(
        ann.user().id(),
        new TotpSecret("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"),
        0,
        RecoveryCode.next(),
        aFamily());

    assertThat(connect.connect(owed("ann@buyers.example"), GOOD_PASSWORD, HOME, DEVICE))
        .isInstanceOf(CodeOwed.class);
    assertThat(comeBack("ann@buyers.example")).isInstanceOf(CodeOwed.class);

    assertThat(trail.acts()).containsExactly(Act.PROVIDER_CONNECTED);
  }

  @Test
  void givesAnAdminWithoutASecondFactorNoRights() {
    register(aMember("ada@buyers.example", Role.ADMIN, Role.BUYER));

    var in = (SignedIn) connect.connect(owed("ada@buyers.example"), GOOD_PASSWORD, HOME, DEVICE);

    assertThat(in.session().mustEnrol()).isTrue();
  }

  @Test
  void letsNobodyInTwiceWithOneAnswer() {
    Departed left = leave();
    Map<String, String> back = new Person("new@buyers.example").agree(left.to());

    assertThat(arrive(back, left.browser())).isInstanceOf(SignedIn.class);
    assertThat(arrive(back, left.browser())).isEqualTo(new Strayed());
  }

  @Test
  void letsNobodyInWithTheAnswerOfAnotherBrowser() {
    Departed attacker = leave();
    Departed victim = leave();
    Map<String, String> back = new Person("attacker@buyers.example").agree(attacker.to());

    assertThat(arrive(back, victim.browser())).isEqualTo(new Strayed());
    assertThat(arrive(back, attacker.browser())).isInstanceOf(SignedIn.class);
  }

  @Test
  void letsNobodyInWithACodeOfAnotherJourney() {
    Departed attacker = leave();
    Departed victim = leave();
    Map<String, String> stolen = new Person("victim@buyers.example").agree(victim.to());
    Map<String, String> own = new Person("attacker@buyers.example").agree(attacker.to());
    own.put("code", stolen.getOrDefault("code", ""));

    assertThat(arrive(own, attacker.browser())).isEqualTo(new Refused(Reason.CODE));
  }

  @Test
  void letsNobodyInByAnotherProviderThanTheyLeftFor() {
    Departed left = leave();
    Map<String, String> back = new Person("new@buyers.example").agree(left.to());

    assertThat(arrive.arrive(back(new ProviderId("other"), back, left.browser()), DEVICE))
        .isEqualTo(new Strayed());
  }

  @Test
  void waitsTenMinutesForWhoLeft() {
    Departed left = leave();
    Map<String, String> back = new Person("new@buyers.example").agree(left.to());

    clock.pass(Departures.LIFETIME);

    assertThat(arrive(back, left.browser())).isEqualTo(new Strayed());
  }

  @Test
  void knowsNoProviderThatWasTakenAwayMeanwhile() {
    Departed left = leave();
    Map<String, String> back = new Person("new@buyers.example").agree(left.to());
    ReturnFromProvider without = arriving(OpenIdFixtures.providers("{\"providers\": []}"));

    assertThat(without.arrive(back(ACME, back, left.browser()), DEVICE)).isEqualTo(new Strayed());
    assertThat(depart.depart(new ProviderId("other"))).isEqualTo(new NoSuchProvider());
  }

  @Test
  void acceptsANo() {
    Departed left = leave();

    assertThat(arrive(new Person("ann@buyers.example").deny(left.to()), left.browser()))
        .isEqualTo(new Refused(Reason.CODE));
  }

  @Test
  void refusesWhatTheProviderGetsWrong() {
    server.set(Fault.WRONG_NONCE, true);
    assertThat(comeBack("new@buyers.example")).isEqualTo(new Refused(Reason.TOKEN));
    server.heal();
    server.set(Fault.UNVERIFIED_EMAIL, true);
    assertThat(comeBack("new@buyers.example")).isEqualTo(new Refused(Reason.EMAIL));
    server.heal();
    server.set(Fault.FAILING, true);
    assertThat(comeBack("new@buyers.example")).isEqualTo(new Unreachable());

    assertThat(trail.acts()).isEmpty();
  }

  @Test
  void letsInWhoIsLinkedWhateverTheProviderSaysOfTheAddress() {
    comeBack("new@buyers.example");
    server.set(Fault.UNVERIFIED_EMAIL, true);
    assertThat(comeBack("new@buyers.example")).isInstanceOf(SignedIn.class);
    server.heal();
    server.set(Fault.NO_EMAIL, true);

    assertThat(comeBack("new@buyers.example")).isInstanceOf(SignedIn.class);
  }

  @Test
  void sendsNobodyToAProviderThatIsDown() {
    server.set(Fault.DOWN, true);

    assertThat(depart.depart(ACME)).isEqualTo(new DepartToProvider.Unreachable());
  }

  @Test
  void hasNothingForSomebodyWhoLeftEveryTeam() {
    comeBack("new@buyers.example");
    Membership member = members.withAddress(new Email("new@buyers.example")).orElseThrow();
    members.remove(member.team().id(), member.user().id());

    assertThat(comeBack("new@buyers.example")).isEqualTo(new Refused(Reason.EMAIL));
  }

  @Test
  void hidesWhatABrowserCameBackWith() {
    Departed left = leave();

    assertThat(back(ACME, Map.of("state", left.browser().value()), left.browser()))
        .hasToString("ProviderReturn[***]");
  }

  private void register(Membership member) {
    members.add(member, passwords.hash(GOOD_PASSWORD));
  }

  private RandomSecret owed(String email) {
    return ((PasswordOwed) comeBack(email)).link();
  }

  private Outcome comeBack(String email) {
    Departed left = leave();
    return arrive(new Person(email).agree(left.to()), left.browser());
  }

  private Departed leave() {
    return (Departed) depart.depart(ACME);
  }

  private Outcome arrive(Map<String, String> back, RandomSecret browser) {
    return arrive.arrive(back(ACME, back, browser), DEVICE);
  }

  private static ProviderReturn back(
      ProviderId provider, Map<String, String> back, RandomSecret browser) {
    return new ProviderReturn(
        provider,
        new RandomSecret(back.getOrDefault("state", "")),
        browser,
        Optional.ofNullable(back.get("code")),
        Optional.ofNullable(back.get("iss")));
  }
}
