package com.aiqleads.local.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingTest {
  @TempDir Path folder;

  private Options options = Options.defaults();
  private ServiceFolder service = ServiceFolder.of(Service.S3, options);

  @BeforeEach
  void copyService() throws IOException {
    var original = options;
    options =
        new Options(
            folder.resolve("repository"),
            original.services(),
            Optional.empty(),
            Map.of(),
            Map.of(),
            original.startLimit(),
            false);
    var built = service.path().resolve("lib");
    service = ServiceFolder.of(Service.S3, options);
    Path lib = Files.createDirectories(service.path().resolve("lib"));
    try (var jars = Files.list(built)) {
      for (Path jar : jars.toList()) {
        Files.copy(jar, lib.resolve(jar.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  @Test
  void makesCacheThatTheServiceUsesUntilItsJarsChange() throws Exception {
    Training.train(Service.S3, options);

    var made = service.aotCache().existing();
    assertThat(made).isPresent();
    assertThat(arguments()).contains(made.orElseThrow().toString());
    touchOneJar();
    assertThat(arguments()).doesNotContain("AOTCache");
  }

  @Test
  void keepsCacheThatFits() throws Exception {
    service.settle();
    Path existing = Files.writeString(service.aotCache().file(), "fits");
    rebuildOurJars();

    Training.train(Service.S3, options);

    assertThat(existing).hasContent("fits");
  }

  @Test
  void doesNothingAfterTheBuildDidIt() throws Exception {
    var before = caches();

    Training.main(new String[0]);

    assertThat(caches()).hasSize(Service.values().length).isEqualTo(before);
  }

  @Test
  void showsWhatTheJvmSays() {
    var missing = folder.resolve("missing");

    assertThatThrownBy(() -> Training.assemble(service, missing, folder))
        .isInstanceOf(ServiceFailed.class)
        .hasMessageContaining("missing");
  }

  @Test
  void deletesStaleCaches() throws Exception {
    Path stale = Files.writeString(service.path().resolve("classes-0.aot"), "stale");

    service.aotCache().deleteOthers();

    assertThat(stale).doesNotExist();
  }

  private static List<Optional<Path>> caches() {
    return Stream.of(Service.values())
        .map(each -> ServiceFolder.of(each, Options.defaults()).aotCache().existing())
        .toList();
  }

  private String arguments() throws IOException {
    try (var _ = LocalServices.start(folder.resolve("data"), options.only(Service.S3))) {
      return Files.readString(folder.resolve("data/run/s3.args"));
    }
  }

  private void rebuildOurJars() throws IOException {
    try (var jars = Files.newDirectoryStream(service.path().resolve("lib"), "*-SNAPSHOT.jar")) {
      for (Path jar : jars) {
        Files.setLastModifiedTime(jar, FileTime.from(Instant.now()));
      }
    }
  }

  private void touchOneJar() throws IOException {
    try (var jars = Files.list(service.path().resolve("lib"))) {
      Files.setLastModifiedTime(jars.findFirst().orElseThrow(), FileTime.fromMillis(0));
    }
  }
}
