package com.aiqleads.local.host.function;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// Environment variables as a resource that no file holds.
final class Variables {

  static final String RESOURCE = "aiqleads-environment.properties";

  private Variables() {}

  static URL resource(Map<String, String> variables) {
    byte[] content = properties(variables).getBytes(StandardCharsets.UTF_8);
    try {
      return URL.of(URI.create("memory:/" + RESOURCE), new Memory(content));
    } catch (MalformedURLException e) {
      throw new IllegalStateException("a fixed address is well-formed", e);
    }
  }

  private static String properties(Map<String, String> variables) {
    StringBuilder text = new StringBuilder();
    variables.forEach((key, value) -> text.append(key + "=" + escaped(value) + "\n"));
    return text.toString();
  }

  private static String escaped(String value) {
    return value.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
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
        public InputStream getInputStream() {
          return new ByteArrayInputStream(content);
        }
      };
    }
  }
}
