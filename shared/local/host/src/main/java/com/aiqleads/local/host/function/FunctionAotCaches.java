package com.aiqleads.local.host.function;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.aiqleads.local.services.AotCache;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// The AOT cache of each function, made by a start that the JVM watches. It wants all classes in
/// jars on the JVM's class path, so a function's own classes become one.
final class FunctionAotCaches {

  private final RuntimeFiles runtime;
  private final Path folder;
  private final Map<String, ProcessClasses> ready = new ConcurrentHashMap<>();

  /// A start of the function that ends once it is ready, and leaves what it learned.
  interface Rehearsal {
    void run(ProcessClasses classes) throws Isolation.InitFailed;
  }

  FunctionAotCaches(RuntimeFiles runtime, Path folder) {
    this.runtime = runtime;
    this.folder = folder;
  }

  /// The function's classes with its cache, which the first caller waits for.
  ProcessClasses of(DeployedFunction function, Rehearsal rehearsal) throws Isolation.InitFailed {
    ProcessClasses known = ready.get(function.id());
    if (known != null) {
      return known;
    }
    synchronized (this) {
      try {
        ProcessClasses made = made(function, rehearsal);
        ready.put(function.id(), made);
        return made;
      } catch (IOException e) {
        throw new Isolation.InitFailed(function, e);
      }
    }
  }

  private ProcessClasses made(DeployedFunction function, Rehearsal rehearsal)
      throws IOException, Isolation.InitFailed {
    Artefact artefact = Artefact.of(function.artefact());
    AotCache cache = AotCache.of(folder, function.id(), sum(artefact));
    Path jar = cache.file("jar");
    if (cache.existing().isEmpty()) {
      Files.createDirectories(folder);
      cache.deleteOthers();
      pack(artefact, jar);
      Path draft = cache.file("draft");
      rehearsal.run(classes(artefact, jar, "-XX:AOTCacheOutput=" + draft));
      Files.move(draft, cache.file(), StandardCopyOption.ATOMIC_MOVE);
    }
    return classes(artefact, jar, "-XX:AOTCache=" + cache.file());
  }

  private ProcessClasses classes(Artefact artefact, Path jar, String option) throws IOException {
    String path =
        Stream.concat(
                Stream.of(runtime.classPath(), jar.toString()),
                artefact.libraries().stream().map(Path::toString))
            .collect(Collectors.joining(File.pathSeparator));
    Path nothing = Files.createDirectories(folder.resolve("nothing"));
    return new ProcessClasses(path, nothing, List.of(option));
  }

  /// A build that left other bytes wants another cache.
  private static CRC32C sum(Artefact artefact) throws IOException {
    CRC32C sum = new CRC32C();
    for (Path file : files(artefact.root())) {
      sum.update(artefact.root().relativize(file).toString().getBytes(UTF_8));
      sum.update(Files.readAllBytes(file));
    }
    return sum;
  }

  private static List<Path> files(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static void pack(Artefact artefact, Path jar) throws IOException {
    Path lib = artefact.root().resolve("lib");
    try (OutputStream out = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Path file : files(artefact.root())) {
        if (!file.startsWith(lib)) {
          zip.putNextEntry(new ZipEntry(artefact.root().relativize(file).toString()));
          Files.copy(file, zip);
          zip.closeEntry();
        }
      }
    }
  }
}
