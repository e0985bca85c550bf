package com.aiqleads.lambda.http;

import com.aiqleads.lambda.Names;
import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/// Knows the requests that came through the edge by a header that nobody else can send: the API's
/// own address is then no way around the firewall. A secret has its generation in its name and
/// never changes, so that one reading lasts; two are believed while the edge goes from one to the
/// next. Off where none is named, as on a laptop.
@Singleton
public final class EdgeSecret {

  public static final String HEADER = "x-aiqleads-edge";

  /// Where the request comes from: the gateway has seen an address of the edge only.
  static final String VIEWER_ADDRESS = "x-aiqleads-viewer-address";

  private static final Logger LOG = LoggerFactory.getLogger(EdgeSecret.class);

  private final Map<String, byte[]> known = new ConcurrentHashMap<>();
  private final List<String> secrets;
  private final Names names;
  private final BeanProvider<SecretsManagerClient> client;

  /// @param secrets for example `platform/edge-secret-2,platform/edge-secret-1`
  EdgeSecret(
      @Value("${aiqleads.edge.secrets:}") String secrets,
      Names names,
      BeanProvider<SecretsManagerClient> client) {
    this.secrets = Arrays.stream(secrets.split(",")).filter(it -> !it.isBlank()).toList();
    this.names = names;
    this.client = client;
  }

  /// What the edge sends now. The console sends it to the edge, which then does not count the calls
  /// that it makes for many from few addresses.
  public Optional<String> sent() {
    return secrets.stream()
        .findFirst()
        .map(secret -> new String(value(secret), StandardCharsets.UTF_8));
  }

  /// The failure to answer with, if there is one. What the edge says of the caller's address is
  /// believed when it is known to be the edge.
  Optional<HttpFailure> refuse(RequestParts request) {
    if (secrets.isEmpty()) {
      return Optional.empty();
    }
    byte[] sent = request.header(HEADER).orElse("").getBytes(StandardCharsets.UTF_8);
    try {
      if (secrets.stream().noneMatch(secret -> MessageDigest.isEqual(sent, value(secret)))) {
        return Optional.of(new Forbidden("not-by-the-edge", "This address is not for callers."));
      }
      request.header(VIEWER_ADDRESS).ifPresent(request::comesFrom);
      return Optional.empty();
    } catch (SdkException e) {
      LOG.atWarn().setCause(e).log("the secret of the edge cannot be read");
      return Optional.of(new Unavailable("It cannot be told now where the request came from."));
    }
  }

  private byte[] value(String secret) {
    byte[] value = known.get(secret);
    if (value == null) {
      value = read(secret).getBytes(StandardCharsets.UTF_8);
      known.put(secret, value);
    }
    return value;
  }

  private String read(String secret) {
    String[] parts = secret.strip().split("/", 2);
    String id = names.of(parts[0]).secret(parts[1]);
    return client.get().getSecretValue(call -> call.secretId(id)).secretString();
  }
}
