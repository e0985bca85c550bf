package com.aiqleads.lambda.http;

import com.aiqleads.lambda.Secrets;
import io.micronaut.context.BeanProvider;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Whom the console calls for. All its calls come from one network address, so it says which one it
/// was asked from, under a key that only we have; whoever else says so is not believed.
@Singleton
public final class Viewers {

  public static final String HEADER = "x-aiqleads-viewer";

  /// Of the context's manifest.
  static final String SECRET = "viewer-key";

  /// Longer than a call takes, shorter than it takes to make use of one that was seen.
  static final Duration GOOD_FOR = Duration.ofMinutes(1);

  private static final String ALGORITHM = "HmacSHA256";
  private static final int PARTS = 3;

  private final BeanProvider<Secrets> secrets;
  private final InstantSource clock;

  Viewers(BeanProvider<Secrets> secrets, InstantSource clock) {
    this.secrets = secrets;
    this.clock = clock;
  }

  /// The client of a request, or the one that the console calls for.
  public Client of(HttpRequest<?> request) {
    Client caller = Client.of(request);
    return request
        .getHeaders()
        .findFirst(HEADER)
        .flatMap(this::verified)
        .map(address -> new Client(address, caller.agent()))
        .orElse(caller);
  }

  /// What to send in the header.
  public String statement(Client viewer) {
    String said = encoded(viewer.address()) + "." + clock.instant().getEpochSecond();
    return said + "." + mac(said);
  }

  private Optional<String> verified(String statement) {
    String[] parts = statement.split("\\.", -1);
    if (parts.length != PARTS || !isOurs(parts) || !isOfNow(parts[1])) {
      return Optional.empty();
    }
    return Optional.of(new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.UTF_8));
  }

  private boolean isOurs(String[] parts) {
    byte[] expected = mac(parts[0] + "." + parts[1]).getBytes(StandardCharsets.UTF_8);
    return MessageDigest.isEqual(expected, parts[2].getBytes(StandardCharsets.UTF_8));
  }

  /// Only asked of what is ours, which is a number.
  private boolean isOfNow(String seconds) {
    Instant said = Instant.ofEpochSecond(Long.parseLong(seconds));
    return Duration.between(said, clock.instant()).abs().compareTo(GOOD_FOR) <= 0;
  }

  private String mac(String text) {
    try {
      byte[] key = secrets.get().text(SECRET).getBytes(StandardCharsets.UTF_8);
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      byte[] bytes = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }

  private static String encoded(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
