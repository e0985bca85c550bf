package com.aiqleads.local.host.sample;

import com.aiqleads.local.host.function.DeployedFunction;
import com.aiqleads.local.host.function.ProcessIsolations;
import com.amazonaws.services.lambda.runtime.Context;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/// Packaged functions as `package` leaves them, compiled on first use.
public final class SampleFunctions {

  public static final String STREAMING = "sample.SampleHandler";
  public static final String TYPED = "sample.TypedHandler";
  public static final String UNTYPED = "sample.UntypedHandler";
  public static final String NO_HANDLER = "sample.NoHandler";
  public static final String SNAPSHOT = "sample.SnapshotHandler";
  public static final String BAD_SNAPSHOT = "sample.BadSnapshotHandler";
  public static final String ENDLESS = "sample.EndlessHandler";
  public static final String BROKEN = "sample.BrokenHandler";

  private static final Path WITHOUT_LIBRARIES = temporary();
  private static final Path WITH_LIBRARIES = temporary();

  static {
    compile(
        WITHOUT_LIBRARIES,
        streaming("sample", "SampleHandler"),
        SampleSources.TYPED,
        SampleSources.UNTYPED,
        SampleSources.NO_HANDLER,
        SampleSources.BROKEN,
        SampleSources.ENDLESS);
    compile(WITHOUT_LIBRARIES, SampleSources.SNAPSHOT, SampleSources.BAD_SNAPSHOT);
    compile(WITH_LIBRARIES, SampleSources.TYPED, SampleSources.UNTYPED);
    library(WITH_LIBRARIES.resolve("lib"));
  }

  private SampleFunctions() {}

  /// The function that does what its input tells it to.
  public static DeployedFunction streaming(String id) {
    return function(id, STREAMING, WITHOUT_LIBRARIES);
  }

  public static DeployedFunction withLibraries(String handler) {
    return function("sample-typed", handler, WITH_LIBRARIES);
  }

  public static DeployedFunction withoutLibraries(String handler) {
    return function("sample-alone", handler, WITHOUT_LIBRARIES);
  }

  public static Path librariesOf(DeployedFunction function) {
    return function.artefact().resolve("lib");
  }

  private static DeployedFunction function(String id, String handler, Path artefact) {
    return new DeployedFunction(
        id,
        "aiqleads-local-" + id,
        handler,
        artefact,
        Duration.ofSeconds(20),
        512,
        2,
        2,
        false,
        Map.of("AIQLEADS_FUNCTION", id, "AIQLEADS_ODD", "a\\b\nc"));
  }

  public static DeployedFunction with(DeployedFunction it, Duration timeout, int environments) {
    return with(it, timeout, environments, environments);
  }

  /// With so many calls at once when deployed, for which this machine runs so many environments.
  public static DeployedFunction with(
      DeployedFunction it, Duration timeout, int concurrency, int environments) {
    return new DeployedFunction(
        it.id(),
        it.awsName(),
        it.handler(),
        it.artefact(),
        timeout,
        it.memoryMegabytes(),
        concurrency,
        environments,
        it.snapStart(),
        it.variables());
  }

  /// With so much memory, and perhaps started as for a snapshot.
  public static DeployedFunction with(DeployedFunction it, int megabytes, boolean snapStart) {
    return new DeployedFunction(
        it.id(),
        it.awsName(),
        it.handler(),
        it.artefact(),
        it.timeout(),
        megabytes,
        it.concurrency(),
        it.environments(),
        snapStart,
        it.variables());
  }

  /// Compiles the streaming sample under another name into a folder.
  public static void compileStreaming(Path folder, String packageName, String className) {
    compile(folder, streaming(packageName, className));
  }

  private static String streaming(String packageName, String className) {
    return "package " + packageName + ";\n" + SampleSources.STREAMING.formatted(className);
  }

  private static void compile(Path folder, String... sources) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter problems = new StringWriter();
    boolean compiled =
        compiler
            .getTask(
                problems,
                null,
                null,
                List.of("-d", create(folder).toString(), "-cp", runtime(), "-proc:none"),
                null,
                List.of(sources).stream().map(Source::new).toList())
            .call();
    if (!compiled) {
      throw new IllegalStateException(problems.toString());
    }
  }

  /// What AWS's runtime offers: its core, and the hooks around a snapshot.
  private static String runtime() {
    String core = Context.class.getProtectionDomain().getCodeSource().getLocation().getPath();
    return core + File.pathSeparator + ProcessIsolations.runtimeClassPath();
  }

  private static void library(Path lib) {
    Path classes = temporary();
    compile(classes, SampleSources.SERIALIZER);
    try (OutputStream out =
            Files.newOutputStream(create(lib).resolve("sample-library-1-SNAPSHOT.jar"));
        JarOutputStream jar = new JarOutputStream(out)) {
      add(
          jar,
          "sample/library/SampleJson.class",
          Files.readAllBytes(classes.resolve("sample/library/SampleJson.class")));
      add(
          jar,
          "META-INF/services/com.amazonaws.services.lambda.runtime.CustomPojoSerializer",
          "sample.library.SampleJson".getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void add(JarOutputStream jar, String name, byte[] content) throws IOException {
    jar.putNextEntry(new JarEntry(name));
    jar.write(content);
    jar.closeEntry();
  }

  private static Path create(Path folder) {
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("aiqleads-sample-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String text) {
      super(URI.create("string:///" + publicClass(text) + ".java"), Kind.SOURCE);
      this.text = text;
    }

    private static String publicClass(String text) {
      return text.replaceFirst("(?s).*?public class (\\w+).*", "$1");
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
