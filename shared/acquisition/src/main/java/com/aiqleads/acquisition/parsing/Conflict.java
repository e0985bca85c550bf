package com.aiqleads.acquisition.parsing;

import java.util.List;

/// A field of an advertisement of which two places of its page say different things. The first of
/// them was believed. Personal, for it may be an address: the text form shows the paths only.
public record Conflict(String field, List<Reading> readings) {

  /// What one place of the page says.
  ///
  /// @param path where on the page: a selector, or names within its linked data
  public record Reading(String path, String value) {

    @Override
    public String toString() {
      return path;
    }
  }

  public Conflict {
    readings = List.copyOf(readings);
  }
}
