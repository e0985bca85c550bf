package com.aiqleads.platform.serveconsole;

import java.util.List;

/// The API keys of the viewer's team, and the one that was just made.
public record KeyPage(List<Line> keys, List<String> scopes, String fresh, List<String> refusals) {

  public record Line(String id, String name, String scopes, String expiresAt, String lastUsedAt) {}

  public KeyPage {
    keys = List.copyOf(keys);
    scopes = List.copyOf(scopes);
    refusals = List.copyOf(refusals);
  }
}
