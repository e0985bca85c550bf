package com.aiqleads.platform.signin;

import com.aiqleads.platform.Departure;
import com.aiqleads.platform.Departures;
import com.aiqleads.platform.Device;
import com.aiqleads.platform.Generation;
import com.aiqleads.platform.Identities;
import com.aiqleads.platform.Members;
import com.aiqleads.platform.Membership;
import com.aiqleads.platform.PendingLink;
import com.aiqleads.platform.PendingLinks;
import com.aiqleads.platform.RandomSecret;
import com.aiqleads.platform.signin.Admission.Admitted;
import com.aiqleads.platform.signin.openid.OpenId;
import com.aiqleads.platform.signin.openid.Provider;
import com.aiqleads.platform.signin.openid.Providers;
import com.aiqleads.platform.signin.openid.Redemption;
import com.aiqleads.platform.signin.openid.Redemption.Reason;
import com.aiqleads.platform.signin.openid.Redemption.Redeemed;
import com.aiqleads.platform.signin.openid.Vouched;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lets in whom a provider knows: somebody who is linked, or somebody new. The mail address of a
/// member is not enough, however well the provider has verified it: that member shows the password
/// once.
@Singleton
final class ReturnFromProvider {

  sealed interface Outcome permits Admitted, PasswordOwed, Strayed, Refused, Unreachable {}

  /// The mail address is a member's: before the link is made, the member shows the password.
  record PasswordOwed(RandomSecret link) implements Outcome {}

  /// Nobody left like this: too late, a second time, or by another browser.
  record Strayed() implements Outcome {}

  record Refused(Reason reason) implements Outcome {}

  record Unreachable() implements Outcome {}

  private static final Logger LOG = LoggerFactory.getLogger(ReturnFromProvider.class);

  private final Departures departures;
  private final Providers providers;
  private final OpenId openId;
  private final Identities identities;
  private final Members members;
  private final Register register;
  private final PendingLinks links;
  private final Admission admission;
  private final InstantSource clock;

  ReturnFromProvider(
      Departures departures,
      Providers providers,
      OpenId openId,
      Identities identities,
      Members members,
      Register register,
      PendingLinks links,
      Admission admission,
      InstantSource clock) {
    this.departures = departures;
    this.providers = providers;
    this.openId = openId;
    this.identities = identities;
    this.members = members;
    this.register = register;
    this.links = links;
    this.admission = admission;
    this.clock = clock;
  }

  Outcome arrive(ProviderReturn back, Device device) {
    Instant now = clock.instant();
    Optional<Departure> departure =
        departures
            .arrive(back.state(), back.browser(), now)
            .filter(left -> left.provider().equals(back.provider()));
    if (departure.isEmpty()) {
      return refused(back, new Strayed());
    }
    return providers
        .find(back.provider())
        .map(provider -> redeem(provider, back, departure.orElseThrow(), device))
        .orElseGet(() -> refused(back, new Strayed()));
  }

  private Outcome redeem(
      Provider provider, ProviderReturn back, Departure departure, Device device) {
    if (back.code().isEmpty()) {
      return refused(back, new Refused(Reason.CODE));
    }
    return switch (openId.redeem(provider, back.code().orElseThrow(), back.issuer(), departure)) {
      case Redeemed redeemed -> enter(redeemed, device);
      case Redemption.Refused refused -> refused(back, new Refused(refused.reason()));
      case Redemption.Unreachable _ -> refused(back, new Unreachable());
    };
  }

  private Outcome enter(Redeemed redeemed, Device device) {
    Instant now = clock.instant();
    return identities
        .find(redeemed.identity())
        .flatMap(members::of)
        .or(() -> redeemed.person().flatMap(register::register))
        .<Outcome>map(found -> admit(found, now, device))
        .or(() -> redeemed.person().map(person -> ask(person, now)))
        .orElseGet(() -> new Refused(Reason.EMAIL));
  }

  private Outcome admit(Membership member, Instant now, Device device) {
    Generation generation = members.sessionsSince(member.user().id()).generation();
    return admission.admit(member, generation, now, device);
  }

  /// Nobody has the address if two sign-ins of one new person, with two addresses, are at work.
  private Outcome ask(Vouched person, Instant now) {
    RandomSecret link = RandomSecret.next();
    Optional<Membership> member = members.withAddress(person.email());
    member.ifPresent(
        known -> links.add(link, new PendingLink(person.identity(), known.user().id(), now)));
    return member.isPresent() ? new PasswordOwed(link) : new Refused(Reason.EMAIL);
  }

  private static Outcome refused(ProviderReturn back, Outcome outcome) {
    LOG.atWarn()
        .addKeyValue("provider", back.provider())
        .addKeyValue("outcome", outcome)
        .log("sign-in by a provider refused");
    return outcome;
  }
}
