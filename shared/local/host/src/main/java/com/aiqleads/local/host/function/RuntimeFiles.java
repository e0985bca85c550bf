package com.aiqleads.local.host.function;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.stream.Collectors;

/// What every environment's process stands on: AWS's runtime interface client as the build left it,
/// and its native library, unpacked once. Each process would unpack it to one fixed file, over the
/// one that others have mapped: of 32 that start together, 11 crash.
record RuntimeFiles(String classPath, Path nativeLibrary) {

  private static final String CLIENT = "aws-lambda-java-runtime-interface-client-";

  /// @param service what the build left of shared/local/runtime
  static RuntimeFiles of(Path service, Path folder) {
    Artefact jars = Artefact.of(service);
    Path client =
        jars.libraries().stream()
            .filter(jar -> jar.getFileName().toString().startsWith(CLIENT))
            .findFirst()
            .orElseThrow(
                () -> new IllegalStateException(service + " is missing: build shared/local first"));
    String classPath =
        jars.libraries().stream()
            .map(Path::toString)
            .collect(Collectors.joining(File.pathSeparator));
    return new RuntimeFiles(classPath, unpacked(client, folder));
  }

  private static Path unpacked(Path client, Path folder) {
    String name = "libaws-lambda-jni.%s.so".formatted(platform());
    try (JarFile jar = new JarFile(client.toFile());
        InputStream library = jar.getInputStream(jar.getEntry("jni/" + name))) {
      Path file = Files.createDirectories(folder).resolve(name);
      Path draft = Files.createTempFile(folder, name, ".new");
      Files.copy(library, draft, StandardCopyOption.REPLACE_EXISTING);
      return Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot unpack " + name, e);
    }
  }

  /// Why this computer cannot run functions as processes, if so.
  static Optional<String> refusal() {
    String system = System.getProperty("os.name");
    return system.equals("Linux")
        ? Optional.empty()
        : Optional.of("AWS's runtime interface client runs on Linux only, not on " + system);
  }

  private static String platform() {
    String libc = Files.exists(Path.of("/lib/ld-musl-x86_64.so.1")) ? "linux_musl" : "linux";
    String processor =
        switch (System.getProperty("os.arch")) {
          case "amd64" -> "x86_64";
          case "aarch64" -> "aarch_64";
          case String other -> throw new IllegalStateException("no native client for " + other);
        };
    return libc + "-" + processor;
  }
}
