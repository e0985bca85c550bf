package com.aiqleads.platform;

import java.util.Arrays;
import java.util.Optional;

/// One thing that a token allows, as manifests and tokens write it.
public enum Scope {
  MARKETPLACE_READ("marketplace:read"),
  MARKETPLACE_WRITE("marketplace:write"),
  INSIGHTS_READ("insights:read"),
  INSIGHTS_WRITE("insights:write"),
  RECOMMENDATIONS_READ("recommendations:read"),
  RECOMMENDATIONS_WRITE("recommendations:write"),
  CAMPAIGNS_READ("campaigns:read"),
  CAMPAIGNS_WRITE("campaigns:write"),
  CAREERS_READ("careers:read"),
  CAREERS_WRITE("careers:write"),
  ACQUISITION_READ("acquisition:read"),
  ACQUISITION_ADMIN("acquisition:admin"),
  MARKETPLACE_ADMIN("marketplace:admin"),
  CAMPAIGNS_ADMIN("campaigns:admin"),
  CAREERS_ADMIN("careers:admin"),
  PLATFORM_READ("platform:read"),
  /// To manage the own team.
  PLATFORM_WRITE("platform:write"),
  PLATFORM_ADMIN("platform:admin");

  private final String text;

  Scope(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }

  public static Optional<Scope> of(String text) {
    return Arrays.stream(values()).filter(scope -> scope.text.equals(text)).findFirst();
  }
}
