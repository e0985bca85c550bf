package com.aiqleads.manifest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/// What a packed function may weigh and must not carry. It looks at the packed zip and not at the
/// POM, for what is banned arrives by detours.
public final class FunctionZip {

  private static final long MEGABYTE = 1024 * 1024;
  private static final long MEGABYTES = 20;
  private static final long MEGABYTES_WITH_SDK = 35;
  private static final String SDK_CLIENTS = "software/amazon/awssdk/services/";
  private static final Map<String, String> BANNED =
      new TreeMap<>(
          Map.of(
              "io/netty/", "netty",
              "org/apache/http/", "apache-client",
              "org/apache/hc/", "apache-client",
              "software/amazon/awssdk/http/apache/", "apache-client",
              "com/fasterxml/jackson/databind/", "jackson-databind",
              "org/springframework/", "spring",
              "org/aspectj/", "aspectj",
              "org/yaml/snakeyaml/", "snakeyaml"));

  private final List<String> allowed;
  private final List<String> problems = new ArrayList<>();
  private long unpacked;
  private boolean hasSdkClients;

  private FunctionZip(List<String> allowed) {
    this.allowed = allowed;
  }

  /// Arguments: the zip, `allow=<banned things it may carry all the same>`, `megabytes=<its own
  /// budget, or nothing>`.
  public static void main(String... arguments) throws IOException {
    Path zip = Path.of(arguments[0]);
    String allow = arguments[1].substring("allow=".length());
    String megabytes = arguments[2].substring("megabytes=".length());

    List<String> problems = problems(zip, List.of(allow.split(",")), megabytes);
    if (!problems.isEmpty()) {
      throw new IllegalStateException(zip.getFileName() + " " + String.join("; ", problems));
    }
  }

  static List<String> problems(Path zip, List<String> allowed, String megabytes)
      throws IOException {
    FunctionZip check = new FunctionZip(allowed);
    try (InputStream content = Files.newInputStream(zip)) {
      check.look(content);
    }
    check.weigh(megabytes);
    return check.problems;
  }

  private void look(InputStream content) throws IOException {
    ZipInputStream zip = new ZipInputStream(content);
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      String name = entry.getName();
      refuseBanned(name, "itself");
      if (name.startsWith("lib/") && name.endsWith(".jar")) {
        byte[] jar = zip.readAllBytes();
        unpacked += jar.length;
        lookInto(name, jar);
      } else {
        unpacked += zip.transferTo(OutputStream.nullOutputStream());
      }
    }
  }

  private void lookInto(String name, byte[] jar) throws IOException {
    ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(jar));
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      hasSdkClients |= entry.getName().startsWith(SDK_CLIENTS);
      refuseBanned(entry.getName(), name);
    }
  }

  private void refuseBanned(String entry, String where) {
    BANNED.forEach(
        (prefix, name) -> {
          String problem = "carries " + name + " (in " + where + ")";
          boolean isClass = entry.startsWith(prefix) && entry.endsWith(".class");
          if (isClass && !allowed.contains(name) && !problems.contains(problem)) {
            problems.add(problem);
          }
        });
  }

  private void weigh(String own) {
    long usual = hasSdkClients ? MEGABYTES_WITH_SDK : MEGABYTES;
    long budget = own.isEmpty() ? usual : Long.parseLong(own);
    if (unpacked > budget * MEGABYTE) {
      problems.add(
          "is %.1f MB unpacked; its budget is %d MB"
              .formatted(unpacked / (double) MEGABYTE, budget));
    }
  }
}
