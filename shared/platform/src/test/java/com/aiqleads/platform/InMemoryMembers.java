package com.aiqleads.platform;

import com.aiqleads.kernel.Email;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.kernel.UserId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

public final class InMemoryMembers implements Members {

  private final Map<String, Credentials> byAddress = new ConcurrentHashMap<>();

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
    return byAddress.values().stream()
        .map(Credentials::membership)
        .filter(member -> member.team().id().equals(team) && member.user().id().equals(user))
        .findFirst();
  }

  private static String key(Email email) {
    return email.address().toLowerCase(Locale.ROOT);
  }
}
