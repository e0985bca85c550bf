package com.aiqleads.marketplace.store;

/// The name that is searched, and the names of the indices behind it. A new version of the mapping
/// gets a new number here and is put to use by rebuilding.
record IndexNames(String alias) {
  static final int MAPPING = 2;

  String first() {
    return alias + "-v" + MAPPING;
  }

  String next(long now) {
    return first() + "-" + now;
  }

  String all() {
    return alias + "-v*";
  }
}
