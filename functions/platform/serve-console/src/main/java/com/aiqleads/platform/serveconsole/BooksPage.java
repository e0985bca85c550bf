package com.aiqleads.platform.serveconsole;

import java.util.List;

/// How the money of all teams stands.
public record BooksPage(List<Light> lights, List<Check> checks, List<Sum> accounts) {

  /// Something that must be in order, or else why it is not.
  public record Light(String what, boolean isInOrder, String said) {}

  /// A look at all books.
  public record Check(String at, String faults, long chainEnd) {}

  /// What the accounts of a kind hold together.
  public record Sum(String kind, String amount) {}

  public BooksPage {
    lights = List.copyOf(lights);
    checks = List.copyOf(checks);
    accounts = List.copyOf(accounts);
  }

  public long troubles() {
    return lights.stream().filter(light -> !light.isInOrder()).count();
  }
}
