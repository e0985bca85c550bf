package com.aiqleads.platform.signin;

import com.aiqleads.kernel.Email;
import com.aiqleads.platform.Act;
import com.aiqleads.platform.AllOrNothing;
import com.aiqleads.platform.AuditEntry;
import com.aiqleads.platform.AuditTrail;
import com.aiqleads.platform.Device;
import com.aiqleads.platform.Identities;
import com.aiqleads.platform.Members;
import com.aiqleads.platform.Membership;
import com.aiqleads.platform.Network;
import com.aiqleads.platform.Password;
import com.aiqleads.platform.PendingLink;
import com.aiqleads.platform.PendingLinks;
import com.aiqleads.platform.RandomSecret;
import com.aiqleads.platform.signin.Admission.Admitted;
import com.aiqleads.platform.signin.CheckPassword.Right;
import com.aiqleads.platform.signin.CheckPassword.Wrong;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// A member shows by the password that the account is theirs; from then on the provider's word is
/// enough. A second factor is owed all the same.
@Singleton
final class ConnectProvider {

  sealed interface Outcome permits Admitted, WrongPassword, NoGood, TooOften {}

  record WrongPassword() implements Outcome {}

  /// Used up, too old or not one of ours: back to the first step.
  record NoGood() implements Outcome {}

  record TooOften(Duration retryAfter) implements Outcome {}

  private final PendingLinks links;
  private final Members members;
  private final CheckPassword checkPassword;
  private final Identities identities;
  private final AuditTrail trail;
  private final AllOrNothing together;
  private final Admission admission;
  private final InstantSource clock;

  ConnectProvider(
      PendingLinks links,
      Members members,
      CheckPassword checkPassword,
      Identities identities,
      AuditTrail trail,
      AllOrNothing together,
      Admission admission,
      InstantSource clock) {
    this.links = links;
    this.members = members;
    this.checkPassword = checkPassword;
    this.identities = identities;
    this.trail = trail;
    this.together = together;
    this.admission = admission;
    this.clock = clock;
  }

  Outcome connect(RandomSecret secret, Password password, Network from, Device device) {
    Instant now = clock.instant();
    Optional<PendingLink> link = links.find(secret, now);
    Optional<Membership> member = link.map(PendingLink::user).flatMap(members::of);
    if (member.isEmpty()) {
      return new NoGood();
    }
    Email email = member.orElseThrow().user().email();
    return switch (checkPassword.check(email, password, from, now)) {
      case Right right -> connect(secret, link.orElseThrow(), right, now, device);
      case Wrong _ -> new WrongPassword();
      case CheckPassword.TooOften tooOften -> new TooOften(tooOften.retryAfter());
    };
  }

  private Outcome connect(
      RandomSecret secret, PendingLink link, Right right, Instant now, Device device) {
    boolean linked = links.use(secret) && together.run(() -> connect(link, right.member(), now));
    return linked ? admission.admit(right.member(), right.generation(), now, device) : new NoGood();
  }

  private boolean connect(PendingLink link, Membership member, Instant now) {
    boolean linked = identities.link(link.identity(), link.user(), now);
    if (linked) {
      trail.add(AuditEntry.of(member.owner(), Act.PROVIDER_CONNECTED, "", now));
    }
    return linked;
  }
}
