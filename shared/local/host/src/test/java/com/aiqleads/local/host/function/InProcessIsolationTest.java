package com.aiqleads.local.host.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aiqleads.local.host.sample.SampleFunctions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.Driver;

class InProcessIsolationTest extends IsolationContract {

  private static final Path DRIVER =
      Path.of(Driver.class.getProtectionDomain().getCodeSource().getLocation().getPath());

  /// A byte that may change without breaking a jar.
  private static final int TIME_OF_FIRST_ENTRY = 10;

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
    changed[TIME_OF_FIRST_ENTRY] ^= 1;
    Files.write(copy, changed);
    assertThat(loaders.loaderOf(Artefact.of(other))).isNotSameAs(first);
    loaders.close();
  }

  @Test
  void loadsWhatNeedsNothingOfAFunctionOnceForAllThatHaveIt(@TempDir Path folder) throws Exception {
    LibraryLoaders loaders = new LibraryLoaders();
    ClassLoader one = loaders.loaderOf(artefact(folder.resolve("one"), "one", DRIVER));
    ClassLoader two = loaders.loaderOf(artefact(folder.resolve("two"), "two", DRIVER));
    ClassLoader none = loaders.loaderOf(artefact(folder.resolve("none"), "none"));

    assertThat(one).isNotSameAs(two);
    assertThat(one.loadClass(Driver.class.getName()))
        .isSameAs(two.loadClass(Driver.class.getName()))
        .isNotSameAs(Driver.class);
    assertThatThrownBy(() -> none.loadClass(Driver.class.getName()))
        .isInstanceOf(ClassNotFoundException.class);
    loaders.close();
  }

  @Test
  void doesNotMixTwoVersionsOfALibrary(@TempDir Path folder) throws Exception {
    LibraryLoaders loaders = new LibraryLoaders();
    ClassLoader first = loaders.loaderOf(artefact(folder.resolve("first"), "first", DRIVER));
    Artefact changed = artefact(folder.resolve("changed"), "changed", DRIVER);
    Files.writeString(changed.libraries().getLast(), "longer", StandardOpenOption.APPEND);

    ClassLoader second = loaders.loaderOf(changed);

    assertThat(second.loadClass(Driver.class.getName()).getClassLoader()).isSameAs(second);
    assertThat(first.loadClass(Driver.class.getName()).getClassLoader()).isNotSameAs(first);
    loaders.close();
  }

  /// A jar of its own, so that no two sets are equal, and these.
  private static Artefact artefact(Path root, String own, Path... jars) throws IOException {
    Path lib = Files.createDirectories(root.resolve("lib"));
    try (JarOutputStream jar =
        new JarOutputStream(Files.newOutputStream(lib.resolve("of-" + own + ".jar")))) {
      jar.putNextEntry(new ZipEntry(own));
    }
    for (Path jar : jars) {
      Files.copy(jar, lib.resolve("shared-" + jar.getFileName()));
    }
    return Artefact.of(root);
  }
}
