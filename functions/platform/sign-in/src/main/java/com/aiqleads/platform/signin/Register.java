package com.aiqleads.platform.signin;

import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.kernel.UserId;
import com.aiqleads.platform.Act;
import com.aiqleads.platform.AuditEntry;
import com.aiqleads.platform.AuditTrail;
import com.aiqleads.platform.EmailConfirmation.Unconfirmed;
import com.aiqleads.platform.MailKind;
import com.aiqleads.platform.MailRequests;
import com.aiqleads.platform.Members;
import com.aiqleads.platform.Membership;
import com.aiqleads.platform.PasswordHash;
import com.aiqleads.platform.Passwords;
import com.aiqleads.platform.Role;
import com.aiqleads.platform.Team;
import com.aiqleads.platform.User;
import com.aiqleads.platform.WithMail;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Whoever registers gets a team and buys for it; other roles are given, not taken. An address that
/// is taken costs the same time and has the same answer, so that nobody can ask who has an account.
@Singleton
final class Register {

  private static final Logger LOG = LoggerFactory.getLogger(Register.class);
  private static final Set<Role> ROLES = Set.of(Role.BUYER);

  private final Members members;
  private final Passwords passwords;
  private final AuditTrail trail;
  private final WithMail mail;
  private final InstantSource clock;

  Register(
      Members members, Passwords passwords, AuditTrail trail, WithMail mail, InstantSource clock) {
    this.members = members;
    this.passwords = passwords;
    this.trail = trail;
    this.mail = mail;
    this.clock = clock;
  }

  void register(Registration registration) {
    PasswordHash hash = passwords.hash(registration.password());
    Membership member = newMember(registration);
    boolean added = mail.run(letters -> add(member, hash, letters));
    LOG.atInfo()
        .addKeyValue("user", member.user().id())
        .log(added ? "registered" : "mail address is taken");
  }

  /// The letter is asked for in any case: it says what is the case.
  private boolean add(Membership member, PasswordHash hash, MailRequests letters) {
    letters.add(MailKind.CONFIRM_EMAIL, member.user().email());
    boolean added = members.add(member, hash);
    if (added) {
      trail.add(AuditEntry.of(member.owner(), Act.REGISTERED, "", clock.instant()));
    }
    return added;
  }

  private Membership newMember(Registration registration) {
    User user =
        new User(
            new UserId(Ids.next(clock)),
            registration.email(),
            registration.person(),
            new Unconfirmed());
    Team team = new Team(new TeamId(Ids.next(clock)), registration.team());
    return new Membership(user, team, ROLES);
  }
}
