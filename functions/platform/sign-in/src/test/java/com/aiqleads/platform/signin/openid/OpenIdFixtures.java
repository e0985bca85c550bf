package com.aiqleads.platform.signin.openid;

import com.aiqleads.lambda.Secrets;
import com.aiqleads.local.provider.Client;
import com.aiqleads.local.provider.LocalProvider;
import com.aiqleads.platform.Name;
import com.aiqleads.platform.ProviderId;
import io.micronaut.serde.ObjectMapper;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/// A provider that runs in the test, and the parts that talk to it.
public final class OpenIdFixtures {

  public static final String CONSOLE = "https://aiqleads.example";
  public static final ProviderId ACME = new ProviderId("acme");
  public static final String CLIENT = "aiqleads at acme";
  public static final String SECRET = "s/e+c:ret%";

  /// As long as a provider may take before a test gives up on it.
  private static final Duration PATIENT = Duration.ofSeconds(30);

  private OpenIdFixtures() {}

  public static LocalProvider aProvider(InstantSource clock) {
    String back = CONSOLE + "/console/sign-in/with/acme/return";
    return LocalProvider.start(0, new Client(CLIENT, SECRET, back), List.of(), clock);
  }

  /// As an operator writes it into the secret.
  public static String settings(LocalProvider provider) {
    return settings(provider.issuer());
  }

  public static String settings(String issuer) {
    return """
    {"providers": [{"id": "acme", "name": "Acme", "issuer": "%s",
      "clientId": "%s", "clientSecret": "%s"}]}
    """
        .formatted(issuer, CLIENT, SECRET);
  }

  static Provider acme(String issuer) {
    return new Provider(ACME, new Name("Acme"), issuer, CLIENT, SECRET);
  }

  public static Providers providers(String secret) {
    return providers(secret, "local");
  }

  static Providers providers(String secret, String stage) {
    return new Providers(new OneSecret(secret), ObjectMapper.getDefault(), new Addresses(stage));
  }

  public static OpenId openId(InstantSource clock) {
    return openId(clock, PATIENT);
  }

  static OpenId openId(InstantSource clock, Duration patience) {
    ProviderHttp http = new ProviderHttp(patience);
    return new OpenId(
        new Descriptions(http, new Addresses("local"), clock),
        http,
        new IdTokens(http, clock),
        CONSOLE);
  }

  private record OneSecret(String value) implements Secrets {

    @Override
    public String text(String name) {
      return value;
    }

    @Override
    public String fresh(String name) {
      return value;
    }
  }
}
