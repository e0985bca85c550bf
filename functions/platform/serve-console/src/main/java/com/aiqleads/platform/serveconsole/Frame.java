package com.aiqleads.platform.serveconsole;

import java.util.List;
import java.util.Optional;

/// What stands around every page.
public record Frame(
    String title, String section, String path, Optional<Viewer> viewer, Theme theme, String csrf) {

  public record Entry(String label, String path) {}

  public List<Entry> navigation() {
    return viewer.map(Viewer::navigation).orElse(List.of());
  }
}
