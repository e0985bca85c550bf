package com.aiqleads.local.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LocalProviderTest {

  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  private static final String BACK = "https://aiqleads.example/return";

  /// The example of RFC 7636.
  private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

  private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
  private final LocalProvider provider =
      LocalProvider.start(
          0,
          new Client("us", "s:cret", BACK),
          List.of(new Person("bea@x.example", "Bea <Buyer>")),
          now::get);
  private final Map<String, String> asked = new LinkedHashMap<>(Map.of("client_id", "us"));

  LocalProviderTest() {
    asked.put("redirect_uri", BACK);
    asked.put("response_type", "code");
    asked.put("scope", "openid email");
    asked.put("state", "st & te");
    asked.put("nonce", "nonce");
    asked.put("code_challenge", CHALLENGE);
    asked.put("code_challenge_method", "S256");
  }

  @AfterEach
  void close() {
    provider.close();
  }

  @Test
  void describesItself() {
    assertThat(get("/.well-known/openid-configuration").body())
        .contains("\"issuer\":\"" + provider.issuer() + "\"")
        .contains("\"token_endpoint\":\"" + provider.issuer() + "/token\"")
        .contains("\"code_challenge_methods_supported\":[\"S256\"]");
    assertThat(get("/elsewhere").statusCode()).isEqualTo(404);
  }

  @Test
  void asksWhoSomebodyIs() {
    String page = get("/authorize?" + text(asked)).body();

    assertThat(page)
        .contains("Bea &lt;Buyer&gt; · bea@x.example", "name=\"state\" value=\"st &amp; te\"");
  }

  @ParameterizedTest
  @CsvSource({
    "client_id, other",
    "redirect_uri, https://evil.example",
    "response_type, token",
    "scope, email",
    "code_challenge_method, plain",
    "nonce,"
  })
  void sendsNobodyAnywhereForAWrongQuestion(String field, String wrong) {
    if (wrong == null) {
      asked.remove(field);
    } else {
      asked.put(field, wrong);
    }

    assertThat(get("/authorize?" + text(asked)).statusCode()).isEqualTo(400);
    assertThat(agree().statusCode()).isEqualTo(400);
  }

  @Test
  void sendsWhoeverAgreesBackWithACode() {
    Map<String, String> back = fields(location(agree()));

    assertThat(location(agree())).startsWith(BACK + "?");
    assertThat(back)
        .containsKey("code")
        .containsEntry("state", "st & te")
        .containsEntry("iss", provider.issuer());
  }

  @Test
  void sendsWhoeverDoesNotBackWithAnError() {
    asked.put("deny", "true");

    assertThat(fields(location(post("/authorize", asked, ""))))
        .containsEntry("error", "access_denied")
        .doesNotContainKey("code");
  }

  @Test
  void redeemsACodeOnceForATokenThatItsKeySigned() throws GeneralSecurityException {
    String code = code();

    HttpResponse<String> tokens = redeem(code, VERIFIER);

    assertThat(tokens.statusCode()).isEqualTo(200);
    String token = idToken(tokens);
    assertThat(isSigned(token)).isTrue();
    assertThat(claims(token))
        .contains("\"iss\":\"" + provider.issuer() + "\"", "\"aud\":\"us\"", "\"nonce\":\"nonce\"")
        .contains("\"email\":\"bea@x.example\"", "\"email_verified\":true", "Bea <Buyer>");
    assertThat(redeem(code, VERIFIER).body()).contains("invalid_grant");
  }

  @Test
  void redeemsNothingThatIsNotRight() {
    assertThat(redeem(code(), "another").body()).contains("invalid_grant");
    assertThat(redeem("another", VERIFIER).body()).contains("invalid_grant");
    assertThat(post("/token", Map.of(), "Basic eDp5").body()).contains("invalid_client");
    assertThat(post("/token", Map.of("grant_type", "password"), login()).body())
        .contains("unsupported_grant_type");
    String late = code();
    now.set(NOON.plusSeconds(60));
    assertThat(redeem(late, VERIFIER).body()).contains("invalid_grant");
  }

  @Test
  void knowsTheSamePersonAgain() {
    String first = claims(idToken(redeem(code(), VERIFIER)));
    String second = claims(idToken(redeem(code(), VERIFIER)));

    assertThat(second).isEqualTo(first);
  }

  @ParameterizedTest
  @CsvSource({
    "WRONG_NONCE, of-another-journey",
    "WRONG_AUDIENCE, \"\"aud\"\":\"\"somebody-else\"\"",
    "WRONG_PARTY, \"\"azp\"\":\"\"somebody-else\"\"",
    "NO_PARTY, \"\"aud\"\":[\"\"us\"\"",
    "TERSE, \"\"azp\"\":\"\"us\"\"",
    "WRONG_ISSUER, https://accounts.elsewhere.example",
    "UNVERIFIED_EMAIL, \"\"email_verified\"\":false",
    "EXPIRED, \"\"exp\"\":1795175700",
    "FUTURE, \"\"iat\"\":1795179600",
    "OLD, \"\"iat\"\":1795089600"
  })
  void saysWhatItIsToldTo(Fault fault, String said) {
    provider.set(fault, true);

    assertThat(claims(idToken(redeem(code(), VERIFIER)))).contains(said.replace("\"\"", "\""));
  }

  @ParameterizedTest
  @EnumSource(names = {"NO_NONCE", "NO_SUBJECT", "NO_EMAIL"})
  void leavesOutWhatItIsToldTo(Fault fault) {
    String before = claims(idToken(redeem(code(), VERIFIER)));
    provider.set(fault, true);

    assertThat(claims(idToken(redeem(code(), VERIFIER)))).hasSizeLessThan(before.length());
  }

  @ParameterizedTest
  @EnumSource(names = {"UNSIGNED", "SYMMETRIC", "OTHER_KEY", "UNKNOWN_KEY"})
  void signsWrongly(Fault fault) throws GeneralSecurityException {
    provider.set(fault, true);

    assertThat(isSigned(idToken(redeem(code(), VERIFIER)))).isFalse();
  }

  @Test
  void failsAsItIsToldTo() {
    provider.set(Fault.FAILING, true);
    assertThat(redeem("any", VERIFIER).statusCode()).isEqualTo(500);
    provider.heal();
    provider.set(Fault.BROKEN, true);
    assertThat(redeem("any", VERIFIER).body()).doesNotContain("}");
    provider.heal();
    provider.set(Fault.ENDLESS, true);
    assertThat(redeem("any", VERIFIER).body()).hasSizeGreaterThan(1_000_000);
    provider.heal();
    provider.set(Fault.NO_TOKEN, true);
    assertThat(redeem(code(), VERIFIER).body()).doesNotContain("id_token");
    provider.set(Fault.MIXED_UP, true);
    assertThat(fields(location(agree()))).containsEntry("iss", "https://other.example");
  }

  @Test
  void describesItselfAsItIsToldTo() {
    provider.set(Fault.OTHER_DESCRIPTION, true);
    assertThat(get("/.well-known/openid-configuration").body()).contains("https://other.example");
    provider.set(Fault.IN_THE_CLEAR, true);
    assertThat(get("/.well-known/openid-configuration").body()).contains("http://provider.example");
    provider.set(Fault.WITH_QUERY, true);
    assertThat(get("/.well-known/openid-configuration").body()).contains("/authorize?tenant=one");
    provider.set(Fault.NO_KEYS, true);
    assertThat(get("/.well-known/openid-configuration").body()).doesNotContain("jwks_uri");
    provider.set(Fault.MOVED, true);
    assertThat(get("/.well-known/openid-configuration").statusCode()).isEqualTo(302);
    assertThat(redeem("any", VERIFIER).statusCode()).isEqualTo(302);
    provider.set(Fault.DOWN, true);
    assertThat(get("/.well-known/openid-configuration").statusCode()).isEqualTo(503);
  }

  @Test
  void isToldOverTheNetwork() {
    assertThat(post("/control/faults", Map.of("fault", "down"), "").body()).contains("[\"down\"]");
    assertThat(get("/.well-known/openid-configuration").statusCode()).isEqualTo(503);
    assertThat(post("/control/faults", Map.of("fault", "down", "on", "false"), "").body())
        .contains("[]");
    assertThat(post("/control/faults", Map.of("fault", "none"), "").statusCode()).isEqualTo(400);
  }

  @Test
  void signsWithAnotherKeyWhenTold() {
    String before = get("/jwks").body();

    provider.rotate();

    assertThat(get("/jwks").body()).isNotEqualTo(before);
  }

  @Test
  void listensOnOnePortAtATime() {
    int taken = URI.create(provider.issuer()).getPort();

    assertThatThrownBy(
            () -> LocalProvider.start(taken, new Client("us", "s", BACK), List.of(), now::get))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining(String.valueOf(taken));
    assertThat(new Client("us", "s", BACK)).hasToString("Client[us]");
  }

  private HttpResponse<String> agree() {
    Map<String, String> form = new LinkedHashMap<>(asked);
    form.put("email", "bea@x.example");
    return post("/authorize", form, "");
  }

  private String code() {
    return fields(location(agree())).getOrDefault("code", "");
  }

  private HttpResponse<String> redeem(String code, String verifier) {
    return post(
        "/token",
        Map.of(
            "grant_type", "authorization_code",
            "code", code,
            "redirect_uri", BACK,
            "code_verifier", verifier),
        login());
  }

  private static String login() {
    return "Basic "
        + Base64.getEncoder().encodeToString("us:s%3Acret".getBytes(StandardCharsets.US_ASCII));
  }

  private static String idToken(HttpResponse<String> tokens) {
    return found("\"id_token\":\"([^\"]+)\"", tokens.body());
  }

  private static String claims(String token) {
    return new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8);
  }

  private boolean isSigned(String token) throws GeneralSecurityException {
    String[] parts = token.split("\\.");
    if (parts.length < 3) {
      return false;
    }
    Base64.Decoder base64 = Base64.getUrlDecoder();
    String header = new String(base64.decode(parts[0]), StandardCharsets.UTF_8);
    String keys = get("/jwks").body();
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initVerify(
        KeyFactory.getInstance("RSA")
            .generatePublic(
                new RSAPublicKeySpec(
                    new BigInteger(1, base64.decode(found("\"n\":\"([^\"]+)\"", keys))),
                    new BigInteger(1, base64.decode(found("\"e\":\"([^\"]+)\"", keys))))));
    signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
    byte[] signed = base64.decode(parts[2]);
    return header.contains("RS256") && signed.length == 256 && signature.verify(signed);
  }

  private static String found(String pattern, String text) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    assertThat(matcher.find()).as(pattern).isTrue();
    return matcher.group(1);
  }

  private static String location(HttpResponse<String> response) {
    return response.headers().firstValue("Location").orElse("");
  }

  private static Map<String, String> fields(String address) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String pair : address.substring(address.indexOf('?') + 1).split("&")) {
      String[] parts = pair.split("=", 2);
      fields.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    return fields;
  }

  private static String text(Map<String, String> form) {
    return form.entrySet().stream()
        .map(
            field ->
                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  private HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(URI.create(provider.issuer() + path)).GET());
  }

  private HttpResponse<String> post(String path, Map<String, String> form, String login) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(provider.issuer() + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(text(form)));
    return send(login.isEmpty() ? request : request.header("Authorization", login));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return HTTP.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
