package com.aiqleads.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationsTest {
  @TempDir Path folder;

  @Test
  void readsThemFromJars() throws Exception {
    Path jar = folder.resolve("store.jar");
    try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(new JarEntry("db/archive/"));
      out.putNextEntry(new JarEntry("db/archive/V1__one.sql"));
      out.write("SELECT 1".getBytes(StandardCharsets.UTF_8));
    }

    try (var loader = new URLClassLoader(new URL[] {jar.toUri().toURL()})) {
      assertThat(new Migrations("archive", loader).scripts()).containsExactly("SELECT 1");
    }
  }
}
