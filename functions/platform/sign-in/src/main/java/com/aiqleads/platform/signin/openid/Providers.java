package com.aiqleads.platform.signin.openid;

import com.aiqleads.lambda.Secrets;
import com.aiqleads.platform.Name;
import com.aiqleads.platform.ProviderId;
import com.aiqleads.platform.signin.openid.ProviderSettings.Entry;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The providers that people may sign in by. The secret is made with random content; until an
/// operator writes JSON into it, there is none.
@Singleton
public final class Providers {

  private static final String SECRET = "sign-in-providers";
  private static final int MOST = 10;
  private static final Logger LOG = LoggerFactory.getLogger(Providers.class);

  private final Secrets secrets;
  private final ObjectMapper json;
  private final Addresses addresses;

  Providers(Secrets secrets, ObjectMapper json, Addresses addresses) {
    this.secrets = secrets;
    this.json = json;
    this.addresses = addresses;
  }

  public Optional<Provider> find(ProviderId id) {
    return all().stream().filter(provider -> provider.id().equals(id)).findFirst();
  }

  /// In the order of the secret; all of them or none.
  public List<Provider> all() {
    String secret = secrets.text(SECRET);
    if (!secret.stripLeading().startsWith("{")) {
      return List.of();
    }
    try {
      return checked(Objects.requireNonNull(json.readValue(secret, ProviderSettings.class)));
    } catch (IOException | IllegalArgumentException | NullPointerException _) {
      // Without its cause, which may quote the secret.
      LOG.atError().log("the secret sign-in-providers cannot be read: there is no provider");
      return List.of();
    }
  }

  private List<Provider> checked(ProviderSettings settings) {
    List<Provider> providers =
        Objects.requireNonNull(settings.providers()).stream().map(this::checked).toList();
    long ids = providers.stream().map(Provider::id).distinct().count();
    if (providers.size() > MOST || ids < providers.size()) {
      throw new IllegalArgumentException("too many providers, or two of one id");
    }
    return providers;
  }

  private Provider checked(Entry entry) {
    return new Provider(
        new ProviderId(text(entry.id())),
        Name.chosen(text(entry.name())),
        addresses.checked(text(entry.issuer())).toString(),
        text(entry.clientId()),
        text(entry.clientSecret()));
  }

  private static String text(@Nullable String value) {
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException("a field is missing");
    }
    return value;
  }
}
