package com.aiqleads.local.host.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aiqleads.local.host.sample.SampleFunctions;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InProcessIsolationTest extends IsolationContract {

  private final InProcessIsolation isolation = new InProcessIsolation();

  @Override
  Isolation isolation() {
    return isolation;
  }

  @Test
  void saysWhyAHandlerIsNone() {
    assertThatThrownBy(() -> start(SampleFunctions.withoutLibraries(SampleFunctions.NO_HANDLER), 1))
        .hasMessageContaining("neither RequestHandler nor RequestStreamHandler");
    assertThatThrownBy(() -> start(SampleFunctions.withoutLibraries(SampleFunctions.TYPED), 1))
        .hasMessageContaining("exactly one CustomPojoSerializer on its class path and has 0");
    assertThatThrownBy(() -> start(SampleFunctions.withLibraries(SampleFunctions.UNTYPED), 1))
        .hasMessageContaining("does not say its input and output types");
  }

  @Test
  void sharesLibrariesOnlyBetweenEqualSets(@TempDir Path other) throws Exception {
    LibraryLoaders loaders = new LibraryLoaders();
    DeployedFunction function = SampleFunctions.withLibraries(SampleFunctions.TYPED);
    Path lib = Files.createDirectories(other.resolve("lib"));
    Path jar = SampleFunctions.librariesOf(function).resolve("sample-library-1-SNAPSHOT.jar");
    Path copy = Files.copy(jar, lib.resolve(jar.getFileName()));

    ClassLoader first = loaders.loaderOf(Artefact.of(function.artefact()));

    assertThat(loaders.loaderOf(Artefact.of(other))).isSameAs(first);
    byte[] changed = Files.readAllBytes(copy);
    changed[changed.length - 1] ^= 1;
    Files.write(copy, changed);
    assertThat(loaders.loaderOf(Artefact.of(other))).isNotSameAs(first);
    loaders.close();
  }
}
