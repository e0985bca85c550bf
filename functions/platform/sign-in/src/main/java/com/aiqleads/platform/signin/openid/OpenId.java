package com.aiqleads.platform.signin.openid;

import com.aiqleads.platform.Departure;
import com.aiqleads.platform.ProviderId;
import com.aiqleads.platform.RandomSecret;
import com.aiqleads.platform.signin.openid.ProviderHttp.Answered;
import com.aiqleads.platform.signin.openid.Redemption.Reason;
import com.aiqleads.platform.signin.openid.Redemption.Refused;
import com.aiqleads.platform.signin.openid.Redemption.Unreachable;
import com.nimbusds.jose.util.JSONObjectUtils;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The code flow: sends a browser to a provider, and redeems what it comes back with. Codes, tokens
/// and what a provider says of its errors are written nowhere.
@Singleton
public final class OpenId {

  private static final Logger LOG = LoggerFactory.getLogger(OpenId.class);

  private final Descriptions descriptions;
  private final ProviderHttp http;
  private final IdTokens tokens;
  private final String console;

  OpenId(
      Descriptions descriptions,
      ProviderHttp http,
      IdTokens tokens,
      @Value("${aiqleads.api.url}") String base) {
    this.descriptions = descriptions;
    this.http = http;
    this.tokens = tokens;
    this.console = base + "/console/sign-in/with/";
  }

  /// Where to send the browser to; empty if the provider is out of order.
  public Optional<URI> authorization(Provider provider, RandomSecret state, Departure departure) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("response_type", "code");
    fields.put("client_id", provider.clientId());
    fields.put("redirect_uri", redirectUri(provider.id()));
    fields.put("scope", "openid email profile");
    fields.put("state", state.value());
    fields.put("nonce", departure.nonce().value());
    fields.put("code_challenge", challenge(departure.verifier()));
    fields.put("code_challenge_method", "S256");
    try {
      URI address = descriptions.of(provider).authorization();
      String mark = address.getQuery() == null ? "?" : "&";
      return Optional.of(URI.create(address + mark + form(fields)));
    } catch (IOException e) {
      failed(provider, e);
      return Optional.empty();
    }
  }

  /// What a code stands for.
  ///
  /// @param saidIssuer who sent the browser back, if that is said
  public Redemption redeem(
      Provider provider, String code, Optional<String> saidIssuer, Departure departure) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("grant_type", "authorization_code");
    fields.put("code", code);
    fields.put("redirect_uri", redirectUri(provider.id()));
    fields.put("code_verifier", departure.verifier().value());
    try {
      Description description = descriptions.of(provider);
      if (!mayBe(provider, saidIssuer, description)) {
        return new Refused(Reason.CODE);
      }
      String answer = http.post(description.token(), login(provider), form(fields));
      return JSONObjectUtils.parse(answer, ProviderHttp.MAX_BYTES).get("id_token")
              instanceof String token
          ? tokens.verify(token, provider, description.keys(), departure)
          : new Refused(Reason.TOKEN);
    } catch (Answered e) {
      failed(provider, e);
      return e.isRefusal() ? new Refused(Reason.CODE) : new Unreachable();
    } catch (IOException e) {
      failed(provider, e);
      return new Unreachable();
    } catch (ParseException _) {
      return new Unreachable();
    }
  }

  /// One that promises to say its name has to: else a code of another provider could be brought to
  /// this one.
  private static boolean mayBe(
      Provider provider, Optional<String> saidIssuer, Description description) {
    return saidIssuer.map(provider.issuer()::equals).orElse(!description.saysIssuer());
  }

  /// Each provider has its own, so that an answer of one is never taken for another's.
  private String redirectUri(ProviderId provider) {
    return console + provider + "/return";
  }

  private static String login(Provider provider) {
    String login = encoded(provider.clientId()) + ":" + encoded(provider.clientSecret());
    return "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.US_ASCII));
  }

  private static String challenge(RandomSecret verifier) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(verifier.value().getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> field.getKey() + "=" + encoded(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /// By its kind alone: a message may quote an address.
  private static void failed(Provider provider, IOException failure) {
    LOG.atWarn()
        .addKeyValue("provider", provider.id())
        .addKeyValue("failure", failure.getClass().getSimpleName())
        .log("a provider failed");
  }
}
