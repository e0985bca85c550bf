package com.aiqleads.local.services;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/// The data directory: one run at a time, with the password it was made with.
final class DataFolder implements AutoCloseable {
  private static final int PASSWORD_BYTES = 24;

  private final Path path;
  private final FileChannel lock;

  private DataFolder(Path path, FileChannel lock) {
    this.path = path;
    this.lock = lock;
  }

  /// The lock ends with our process, however it ends.
  static DataFolder open(Path path) throws IOException {
    Path run = Files.createDirectories(path.toAbsolutePath().resolve("run"));
    var channel =
        FileChannel.open(run.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (!locks(channel)) {
      channel.close();
      throw new ServiceFailed("another run is using the data directory " + path);
    }
    return new DataFolder(path.toAbsolutePath(), channel);
  }

  private static boolean locks(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException lockedByThisProcess) {
      return false;
    }
  }

  Path of(Service service) {
    return path.resolve(service.folder());
  }

  RunFiles runFiles(Service service) {
    return new RunFiles(path.resolve("run"), service.folder());
  }

  Path passwordFile() {
    return of(Service.POSTGRES).resolve("password");
  }

  String password() throws IOException {
    Path file = passwordFile();
    if (!Files.exists(file)) {
      Files.createDirectories(file.getParent());
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    if (Files.size(file) == 0) {
      Files.writeString(file, newPassword());
    }
    return Files.readString(file);
  }

  private static String newPassword() {
    byte[] bytes = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  @Override
  public void close() {
    Io.unchecked(
        () -> {
          lock.close();
          return path;
        });
  }
}
