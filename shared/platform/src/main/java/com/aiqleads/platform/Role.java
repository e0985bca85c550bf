package com.aiqleads.platform;

import static com.aiqleads.platform.Scope.ACQUISITION_READ;
import static com.aiqleads.platform.Scope.CAMPAIGNS_READ;
import static com.aiqleads.platform.Scope.CAMPAIGNS_WRITE;
import static com.aiqleads.platform.Scope.CAREERS_READ;
import static com.aiqleads.platform.Scope.CAREERS_WRITE;
import static com.aiqleads.platform.Scope.INSIGHTS_READ;
import static com.aiqleads.platform.Scope.INSIGHTS_WRITE;
import static com.aiqleads.platform.Scope.MARKETPLACE_READ;
import static com.aiqleads.platform.Scope.MARKETPLACE_WRITE;
import static com.aiqleads.platform.Scope.PLATFORM_READ;
import static com.aiqleads.platform.Scope.PLATFORM_WRITE;
import static com.aiqleads.platform.Scope.RECOMMENDATIONS_READ;
import static com.aiqleads.platform.Scope.RECOMMENDATIONS_WRITE;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// What a person does in a team. This is the one table that says which role allows what; routes say
/// in their manifests which scope they need.
public enum Role {
  /// Who buys also pays, and so decides who is in the team.
  BUYER(
      MARKETPLACE_READ,
      MARKETPLACE_WRITE,
      RECOMMENDATIONS_READ,
      RECOMMENDATIONS_WRITE,
      INSIGHTS_READ,
      PLATFORM_WRITE),
  ANALYST(MARKETPLACE_READ, INSIGHTS_READ, INSIGHTS_WRITE),
  MARKETER(MARKETPLACE_READ, INSIGHTS_READ, CAMPAIGNS_READ, CAMPAIGNS_WRITE),
  CANDIDATE(CAREERS_READ, CAREERS_WRITE),
  SUPPORT(
      MARKETPLACE_READ,
      INSIGHTS_READ,
      CAMPAIGNS_READ,
      CAREERS_READ,
      ACQUISITION_READ,
      PLATFORM_READ),
  ADMIN(Scope.values());

  @SuppressWarnings("ImmutableEnumChecker") // Set.of never changes
  private final Set<Scope> scopes;

  Role(Scope... scopes) {
    this.scopes = Set.of(scopes);
  }

  public Set<Scope> scopes() {
    return scopes;
  }

  /// As tokens, tables and answers write it.
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Role of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }

  /// What a person with all of these roles may do.
  public static Set<Scope> scopesOf(Collection<Role> roles) {
    return roles.stream()
        .flatMap(role -> role.scopes.stream())
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Scope.class)));
  }
}
