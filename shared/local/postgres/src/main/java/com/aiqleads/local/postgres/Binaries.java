package com.aiqleads.local.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/// PostgreSQL's programs, unpacked once beside the jars of this service.
final class Binaries {
  private Binaries() {}

  static Path unpacked() throws IOException, URISyntaxException {
    String name = archiveName();
    URL archive = Binaries.class.getResource("/" + name);
    if (archive == null) {
      throw new IllegalStateException("no PostgreSQL for this system: " + name + " is missing");
    }
    Path parent = serviceFolder();
    long size = archive.openConnection().getContentLengthLong();
    Path home = parent.resolve("postgres-" + size);
    if (!Files.exists(home)) {
      unpack(archive, Files.createTempDirectory(parent, "unpacking-"), home);
    }
    return home;
  }

  private static String archiveName() {
    String system = System.getProperty("os.name").startsWith("Mac") ? "darwin" : "linux";
    String arch = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    return "postgres-%s-%s.txz".formatted(system, arch.equals("aarch64") ? "arm_64" : "x86_64");
  }

  private static Path serviceFolder() throws URISyntaxException {
    var jar = Binaries.class.getProtectionDomain().getCodeSource().getLocation().toURI();
    return Path.of(jar).resolveSibling("..").normalize();
  }

  // Another process may unpack at the same time: the first rename wins, both are the same.
  private static void unpack(URL archive, Path draft, Path home) throws IOException {
    try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(archive.openStream()))) {
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        write(entry, tar, draft);
      }
    }
    try {
      Files.move(draft, home, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException lost) {
      if (!Files.exists(home)) {
        throw lost;
      }
    }
  }

  private static void write(TarArchiveEntry entry, InputStream content, Path folder)
      throws IOException {
    Path file = folder.resolve(entry.getName()).normalize();
    if (!file.startsWith(folder)) {
      throw new IOException("entry outside its archive: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(file);
      return;
    }
    Files.createDirectories(file.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(content, file);
    boolean executable = (entry.getMode() & 0100) != 0;
    Files.setPosixFilePermissions(
        file, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
  }
}
