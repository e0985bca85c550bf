package com.aiqleads.infra;

/// Where the stores answer, as far as functions are told.
record Destinations(String databaseProxy, String searchUrl) {

  /// For stacks that are made before there are any stores.
  static Destinations none() {
    return new Destinations("", "");
  }
}
