package com.aiqleads.local.host.function;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// What makes two jars the same library: a released one is known by its name and size; one of our
/// own changes with every build under one name, so its content counts.
record Library(String name, long bytes, String content) {

  static Library of(Path jar) {
    String name = jar.getFileName().toString();
    try {
      return new Library(name, Files.size(jar), name.endsWith("-SNAPSHOT.jar") ? hash(jar) : "");
    } catch (IOException e) {
      throw new UncheckedIOException("a library could not be read: " + jar, e);
    }
  }

  private static String hash(Path jar) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(jar)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
