package com.aiqleads.platform;

import com.aiqleads.kernel.Email;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.kernel.UserId;
import com.aiqleads.platform.EmailConfirmation.Confirmed;
import com.aiqleads.platform.EmailConfirmation.Unconfirmed;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

public final class InMemoryMembers implements Members {

  private final Map<String, Credentials> byAddress = new ConcurrentHashMap<>();
  private final Map<UserId, SessionsSince> sessions = new ConcurrentHashMap<>();

  @Override
  public boolean add(Membership membership, PasswordHash password) {
    return byAddress.putIfAbsent(
            key(membership.user().email()), new Credentials(membership, password))
        == null;
  }

  @Override
  public Optional<Credentials> withEmail(Email email) {
    return Optional.ofNullable(byAddress.get(key(email)));
  }

  @Override
  public Optional<Membership> find(TeamId team, UserId user) {
    return credentials(team, user).map(Credentials::membership);
  }

  @Override
  public Optional<Credentials> credentials(TeamId team, UserId user) {
    return byAddress.values().stream()
        .filter(known -> known.membership().team().id().equals(team))
        .filter(known -> known.membership().user().id().equals(user))
        .findFirst();
  }

  @Override
  public Optional<Membership> of(UserId user) {
    return byAddress.values().stream()
        .map(Credentials::membership)
        .filter(member -> member.user().id().equals(user))
        .findFirst();
  }

  @Override
  public void confirmEmail(UserId user, Instant at) {
    byAddress.replaceAll(
        (_, known) ->
            new Credentials(
                known.membership().user().id().equals(user)
                    ? confirmed(known.membership(), at)
                    : known.membership(),
                known.password()));
  }

  private static Membership confirmed(Membership member, Instant at) {
    User user = member.user();
    return user.confirmation() instanceof Unconfirmed
        ? new Membership(
            new User(user.id(), user.email(), user.name(), new Confirmed(at)),
            member.team(),
            member.roles())
        : member;
  }

  @Override
  public SessionsSince sessionsSince(UserId user) {
    return sessions.getOrDefault(user, SessionsSince.EVER);
  }

  @Override
  public void setPassword(UserId user, PasswordHash password, SessionsSince since) {
    byAddress.replaceAll(
        (_, known) ->
            known.membership().user().id().equals(user)
                ? new Credentials(known.membership(), password)
                : known);
    sessions.put(user, since);
  }

  private static String key(Email email) {
    return email.address().toLowerCase(Locale.ROOT);
  }
}
