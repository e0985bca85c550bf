package com.aiqleads.local.host;

import com.aiqleads.local.services.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Where a run keeps everything; only one run at a time may use it. The lock ends with the process,
/// however that ends. A directory that was empty when it was first used is marked as ours; no other
/// is ever emptied.
final class DataDirectory implements AutoCloseable {

  private static final String LOCK = "host.pid";
  private static final String MARK = "aiqleads-local-data";
  private static final String MARK_TEXT =
      "All that lies beside this file is data of AIQLeads on this computer: -D"
          + LocalOptions.FRESH
          + " deletes it.\n";

  /// What a start leaves before anything else, and what runs left before there was a mark: such a
  /// directory is ours if nothing else is in it.
  private static final List<String> EVIDENCE = List.of("run/lock", "logs/host.log");

  private static final Set<String> FOLDERS =
      Stream.concat(
              Stream.of(Service.values()).map(Service::folder),
              Stream.of(
                  "functions",
                  "in-flight",
                  "invocations",
                  "keys",
                  "logs",
                  "mail",
                  "run",
                  "secrets"))
          .collect(Collectors.toUnmodifiableSet());

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
      DataDirectory data = new DataDirectory(path, channel);
      data.mark();
      return data;
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

  private void mark() throws IOException {
    Path mark = path.resolve(MARK);
    if (!Files.exists(mark) && (entries().isEmpty() || isOfEarlierRuns())) {
      Files.writeString(mark, MARK_TEXT);
    }
  }

  private boolean isOfEarlierRuns() {
    return EVIDENCE.stream().anyMatch(file -> Files.exists(path.resolve(file)))
        && entries().stream().allMatch(DataDirectory::isOurFolder);
  }

  private static boolean isOurFolder(Path entry) {
    return FOLDERS.contains(entry.getFileName().toString())
        && Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS);
  }

  /// Deletes all that is kept.
  ///
  /// @throws StartRefused when something may be in it that no run has put there
  void clear() {
    if (!Files.exists(path.resolve(MARK))) {
      throw new StartRefused(
          ("-D%s does not empty %s: it was not empty when AIQLeads first used it, so other things"
                  + " may be there. Name another directory with -D%s, or delete what is AIQLeads'"
                  + " by hand and start without -D%s")
              .formatted(LocalOptions.FRESH, path, LocalOptions.DATA, LocalOptions.FRESH));
    }
    entries().forEach(DataDirectory::delete);
  }

  /// Besides what says whose directory this is.
  private List<Path> entries() {
    try (Stream<Path> entries = Files.list(path)) {
      return entries.filter(entry -> !entry.endsWith(LOCK) && !entry.endsWith(MARK)).toList();
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
