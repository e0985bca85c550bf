package com.aiqleads.local.host.endpoint;

import com.aiqleads.local.host.http.Json;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// The secrets of the local stage: random, made on the first start, kept in the data directory.
public final class SecretValues {

  private static final int PASSWORD_BYTES = 24;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final PrivateFiles files;

  public SecretValues(Path folder) {
    this.files = new PrivateFiles(folder);
  }

  public void provideRandom(String name, int bytes) {
    files.getOrMake(name, () -> Base64.getEncoder().encodeToString(random(bytes)));
  }

  public void put(String name, String value) {
    files.put(name, value);
  }

  /// A database role's sign-in; the address changes from start to start, the password does not.
  public void provideDatabase(String name, URI address, String database, String username) {
    String password =
        files
            .get(name)
            .map(known -> Json.read(known).path("password").asText())
            .orElseGet(() -> Base64.getUrlEncoder().encodeToString(random(PASSWORD_BYTES)));
    putDatabase(name, address, database, username, password);
  }

  public void putDatabase(
      String name, URI address, String database, String username, String password) {
    byte[] json =
        Json.bytes(
            Json.object()
                .put("host", address.getHost())
                .put("port", address.getPort())
                .put("database", database)
                .put("username", username)
                .put("password", password));
    files.put(name, new String(json, StandardCharsets.UTF_8));
  }

  public Optional<String> get(String name) {
    return files.get(name);
  }

  public List<String> names() {
    return files.names();
  }

  private static byte[] random(int bytes) {
    byte[] random = new byte[bytes];
    RANDOM.nextBytes(random);
    return random;
  }
}
