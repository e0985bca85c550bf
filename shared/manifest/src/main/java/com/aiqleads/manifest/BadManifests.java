package com.aiqleads.manifest;

import java.util.List;
import java.util.stream.Collectors;

/// The manifests cannot be read, with every reason at once.
public final class BadManifests extends RuntimeException {

  private final transient List<Problem> problems;

  BadManifests(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  public List<Problem> problems() {
    return problems;
  }
}
