package com.aiqleads.manifest;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Whether the manifests agree with each other and with the sources around them. A manifest that
/// could not even be read is told by [Manifests#read].
public final class Checks {

  private Checks() {}

  /// One finding per problem, in the order of files and lines.
  public static List<Problem> problems(Repository repository) {
    return Stream.of(
            SourceChecks.problems(repository),
            EventChecks.problems(repository),
            OwnershipChecks.problems(repository),
            LimitChecks.problems(repository))
        .flatMap(List::stream)
        .sorted(Comparator.comparing(Problem::file).thenComparing(Problem::line))
        .toList();
  }
}
