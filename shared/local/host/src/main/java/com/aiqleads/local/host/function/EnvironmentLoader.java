package com.aiqleads.local.host.function;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The classes of one environment: the function's own, with its environment variables as the
/// resource [#VARIABLES], because one process has only one real environment.
final class EnvironmentLoader extends URLClassLoader {

  static final String VARIABLES = "aiqleads-environment.properties";

  static {
    registerAsParallelCapable();
  }

  private final URL variables;

  private EnvironmentLoader(String name, URL[] urls, ClassLoader parent, byte[] variables) {
    super(name, urls, parent);
    this.variables = inMemory(variables);
  }

  static EnvironmentLoader of(DeployedFunction function, int number, LibraryLoaders libraries) {
    Artefact artefact = Artefact.of(function.artefact());
    return new EnvironmentLoader(
        function.id() + "/" + number,
        LibraryLoaders.urls(List.of(artefact.root())),
        libraries.loaderOf(artefact),
        properties(function.variables()));
  }

  @Override
  public @Nullable URL getResource(String name) {
    return name.equals(VARIABLES) ? variables : super.getResource(name);
  }

  private static byte[] properties(Map<String, String> variables) {
    StringBuilder text = new StringBuilder();
    variables.forEach(
        (key, value) -> text.append(key).append('=').append(escaped(value)).append('\n'));
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String escaped(String value) {
    return value.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
  }

  private static URL inMemory(byte[] content) {
    try {
      return URL.of(URI.create("memory:/" + VARIABLES), new Memory(content));
    } catch (MalformedURLException e) {
      throw new IllegalStateException("a fixed address is well-formed", e);
    }
  }

  private static final class Memory extends URLStreamHandler {

    private final byte[] content;

    Memory(byte[] content) {
      this.content = content;
    }

    @Override
    protected URLConnection openConnection(URL url) {
      return new URLConnection(url) {
        @Override
        public void connect() {}

        @Override
        public InputStream getInputStream() throws IOException {
          return new ByteArrayInputStream(content);
        }
      };
    }
  }
}
