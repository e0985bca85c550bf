package com.aiqleads.local.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Where a run keeps everything; only one run at a time may use it. The lock ends with the process,
/// however that ends.
final class DataDirectory implements AutoCloseable {

  private static final String LOCK = "host.pid";

  private final Path path;
  private final FileChannel channel;

  private DataDirectory(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /// Takes the directory for this process.
  ///
  /// @throws StartRefused when another process uses it
  static DataDirectory open(Path path) {
    try {
      Files.createDirectories(path);
      Path file = path.resolve(LOCK);
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock();
      if (lock == null) {
        channel.close();
        throw taken(path, Files.readString(file).strip());
      }
      channel.truncate(0);
      write(channel, String.valueOf(ProcessHandle.current().pid()));
      return new DataDirectory(path, channel);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot use the data directory " + path, e);
    }
  }

  private static void write(FileChannel channel, String text) throws IOException {
    channel.write(StandardCharsets.UTF_8.encode(text + "\n"));
  }

  private static StartRefused taken(Path path, String pid) {
    return new StartRefused(
        "AIQLeads already runs on %s (process %s): stop it, or use -D%s and other ports"
            .formatted(path, pid, LocalOptions.DATA));
  }

  Path path() {
    return path;
  }

  Path folder(String name) {
    try {
      return Files.createDirectories(path.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make " + path.resolve(name), e);
    }
  }

  /// Whether nothing has been kept yet.
  boolean isEmpty() {
    return entries().isEmpty();
  }

  void clear() {
    entries().forEach(DataDirectory::delete);
  }

  private List<Path> entries() {
    try (Stream<Path> entries = Files.list(path)) {
      return entries.filter(entry -> !entry.endsWith(LOCK)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + path, e);
    }
  }

  private static void delete(Path tree) {
    try (Stream<Path> files = Files.walk(tree)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot empty " + tree, e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot leave " + path, e);
    }
  }
}
