package com.aiqleads.platform.signin;

import com.aiqleads.kernel.Email;
import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.kernel.UserId;
import com.aiqleads.platform.Act;
import com.aiqleads.platform.AuditEntry;
import com.aiqleads.platform.AuditTrail;
import com.aiqleads.platform.EmailConfirmation.Unconfirmed;
import com.aiqleads.platform.Identities;
import com.aiqleads.platform.MailKind;
import com.aiqleads.platform.MailRequests;
import com.aiqleads.platform.Members;
import com.aiqleads.platform.Membership;
import com.aiqleads.platform.Name;
import com.aiqleads.platform.PasswordHash;
import com.aiqleads.platform.Passwords;
import com.aiqleads.platform.Team;
import com.aiqleads.platform.TeamRules;
import com.aiqleads.platform.User;
import com.aiqleads.platform.WithMail;
import com.aiqleads.platform.signin.openid.Vouched;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Whoever registers gets a team and buys for it; other roles are given, not taken. An address that
/// is taken costs the same time and has the same answer, so that nobody can ask who has an account.
@Singleton
final class Register {

  private static final Logger LOG = LoggerFactory.getLogger(Register.class);

  private final Members members;
  private final Passwords passwords;
  private final Identities identities;
  private final AuditTrail trail;
  private final WithMail mail;
  private final InstantSource clock;

  Register(
      Members members,
      Passwords passwords,
      Identities identities,
      AuditTrail trail,
      WithMail mail,
      InstantSource clock) {
    this.members = members;
    this.passwords = passwords;
    this.identities = identities;
    this.trail = trail;
    this.mail = mail;
    this.clock = clock;
  }

  void register(Registration registration) {
    PasswordHash hash = passwords.hash(registration.password());
    Membership member = newMember(registration.email(), registration.person(), registration.team());
    boolean added = mail.run(letters -> add(member, hash, letters));
    log(member, added);
  }

  /// The letter is asked for in any case: it says what is the case.
  private boolean add(Membership member, PasswordHash hash, MailRequests letters) {
    letters.add(MailKind.CONFIRM_EMAIL, member.user().email());
    boolean added = members.add(member, hash);
    if (added) {
      write(member, Act.REGISTERED);
    }
    return added;
  }

  /// Somebody whom a provider vouches for; without a password, and with a letter all the same: we
  /// call an address confirmed when we have confirmed it. Empty if the address or the identity is
  /// somebody's already.
  Optional<Membership> register(Vouched person) {
    Membership member = newMember(person.email(), person.name(), person.name());
    boolean added = mail.run(letters -> add(member, person, letters));
    log(member, added);
    return Optional.of(member).filter(_ -> added);
  }

  private boolean add(Membership member, Vouched person, MailRequests letters) {
    boolean added = identities.find(person.identity()).isEmpty() && members.add(member);
    if (added) {
      connect(member, person);
      letters.add(MailKind.CONFIRM_EMAIL, person.email());
    }
    return added;
  }

  private void connect(Membership member, Vouched person) {
    if (!identities.link(person.identity(), member.user().id(), clock.instant())) {
      // Undoes the transaction: whoever was first has an account now.
      throw new IllegalStateException("two sign-ins of one new person at once");
    }
    write(member, Act.REGISTERED);
    write(member, Act.PROVIDER_CONNECTED);
  }

  private void write(Membership member, Act act) {
    trail.add(AuditEntry.of(member.owner(), act, "", clock.instant()));
  }

  private static void log(Membership member, boolean added) {
    LOG.atInfo()
        .addKeyValue("user", member.user().id())
        .log(added ? "registered" : "mail address is taken");
  }

  private Membership newMember(Email email, Name person, Name teamName) {
    User user = new User(new UserId(Ids.next(clock)), email, person, new Unconfirmed());
    Team team = new Team(new TeamId(Ids.next(clock)), teamName);
    return new Membership(user, team, TeamRules.OF_A_FOUNDER);
  }
}
