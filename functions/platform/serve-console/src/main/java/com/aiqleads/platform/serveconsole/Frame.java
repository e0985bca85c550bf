package com.aiqleads.platform.serveconsole;

import java.util.List;
import java.util.Optional;

/// What stands around every page.
public record Frame(
    String title, String section, String path, Optional<Viewer> viewer, Theme theme, String csrf) {

  public record Entry(String label, String path) {}

  /// Links that belong together.
  ///
  /// @param folded whether only the heading shows until somebody opens it
  public record Group(String label, List<Entry> entries, boolean folded) {

    public Group {
      entries = List.copyOf(entries);
    }

    /// One link needs no heading.
    static Group of(String label, List<Entry> entries) {
      return new Group(label, entries, entries.size() > 1);
    }

    Group flat() {
      return new Group(label, entries, false);
    }

    public boolean holds(String section) {
      return entries.stream().anyMatch(entry -> entry.path().equals(section));
    }
  }

  public List<Group> navigation() {
    return viewer.map(Viewer::navigation).orElse(List.of());
  }
}
