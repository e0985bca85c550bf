package com.aiqleads.infra;

import com.aiqleads.manifest.FunctionId;
import com.aiqleads.manifest.Repository;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import software.amazon.awscdk.services.lambda.Code;

/// Where the code of functions comes from.
interface Artefacts {

  Code of(FunctionId id);

  /// The zips that `-Pdist` leaves; refuses to go on without any of them.
  static Artefacts built(Repository repository) {
    List<FunctionId> missing =
        repository.functions().stream()
            .map(function -> function.id())
            .filter(id -> !Files.exists(zip(repository, id)))
            .toList();
    if (!missing.isEmpty()) {
      throw new IllegalStateException(
          "not packed: %s: run ./mvnw -Pdist -DskipTests package first"
              .formatted(
                  missing.stream().map(FunctionId::folder).collect(Collectors.joining(", "))));
    }
    return id -> Code.fromAsset(zip(repository, id).toString());
  }

  /// The same small folder for each function: for tests, and for nothing that is deployed.
  static Artefacts standIn(Path folder) {
    return _ -> Code.fromAsset(folder.toString());
  }

  private static Path zip(Repository repository, FunctionId id) {
    return repository.root().resolve(id.folder()).resolve("target/" + id.text() + ".zip");
  }
}
