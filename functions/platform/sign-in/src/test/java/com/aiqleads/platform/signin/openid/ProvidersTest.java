package com.aiqleads.platform.signin.openid;

import static com.aiqleads.platform.signin.openid.OpenIdFixtures.ACME;
import static com.aiqleads.platform.signin.openid.OpenIdFixtures.acme;
import static com.aiqleads.platform.signin.openid.OpenIdFixtures.providers;
import static com.aiqleads.platform.signin.openid.OpenIdFixtures.settings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aiqleads.platform.ProviderId;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProvidersTest {

  private static final String ISSUER = "https://accounts.acme.example";

  @Test
  void readsWhatAnOperatorWroteDown() {
    Providers providers = providers(settings(ISSUER), "prod");

    assertThat(providers.all()).containsExactly(acme(ISSUER));
    assertThat(providers.find(ACME)).contains(acme(ISSUER));
    assertThat(providers.find(new ProviderId("other"))).isEmpty();
  }

  @Test
  void knowsNoneUntilAnOperatorHasWrittenSome() {
    assertThat(providers("Zm9vYmFy").all()).isEmpty();
    assertThat(providers("{\"providers\": []}").all()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "{}",
        "{\"providers\": null}",
        "{\"providers\": [{}]}",
        "{\"providers\": [{\"id\": \"Acme!\", \"name\": \"A\", \"issuer\":"
            + " \"https://a.example\", \"clientId\": \"c\", \"clientSecret\": \"s\"}]}",
        "{\"providers\": [{\"id\": \"acme\", \"name\": \"<b>\", \"issuer\":"
            + " \"https://a.example\", \"clientId\": \"c\", \"clientSecret\": \"s\"}]}",
        "{\"providers\": [{\"id\": \"acme\", \"name\": \"A\", \"issuer\":"
            + " \"https://a.example\", \"clientId\": \" \", \"clientSecret\": \"s\"}]}",
        "{\"providers\": [{\"id\": \"acme\", \"name\": \"A\", \"issuer\":"
            + " \"http://a.example\", \"clientId\": \"c\", \"clientSecret\": \"s\"}]}"
      })
  void takesAllOrNone(String secret) {
    assertThat(providers(secret, "prod").all()).isEmpty();
  }

  @Test
  void takesTenOfDifferentIdsAtMost() {
    assertThat(providers(many(10, "p")).all()).hasSize(10);
    assertThat(providers(many(11, "p")).all()).isEmpty();
    assertThat(providers(settings(ISSUER).replace("}]", "}, " + entry("acme") + "]")).all())
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://localhost:9", "http://127.0.0.1:9", "http://[::1]:9"})
  void goesUnencryptedNowhereButWithinALaptop(String address) {
    assertThat(new Addresses("local").checked(address)).hasToString(address);
    assertThatThrownBy(() -> new Addresses("prod").checked(address))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://acme.example",
        "http://localhost.acme.example",
        "ftp://localhost",
        "//localhost",
        "https:acme",
        "https://me@acme.example",
        "file:///etc/passwd"
      })
  void goesNowhereElseAnywhere(String address) {
    assertThatThrownBy(() -> new Addresses("local").checked(address))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatCode(() -> new Addresses("local").checked(ISSUER)).doesNotThrowAnyException();
  }

  @Test
  void showsNobodyTheSecret() {
    assertThat(new ProviderSettings.Entry("acme", "A", ISSUER, "c", "s")).hasToString("Entry[***]");
    assertThat(new ProviderSettings(null)).hasToString("ProviderSettings[***]");
  }

  private static String many(int count, String prefix) {
    return IntStream.range(0, count)
        .mapToObj(number -> entry(prefix + number))
        .collect(Collectors.joining(", ", "{\"providers\": [", "]}"));
  }

  private static String entry(String id) {
    return """
    {"id": "%s", "name": "A", "issuer": "%s", "clientId": "c", "clientSecret": "s"}\
    """
        .formatted(id, ISSUER);
  }
}
