package com.aiqleads.platform.signin.openid;

import com.aiqleads.kernel.Email;
import com.aiqleads.platform.Departure;
import com.aiqleads.platform.Identity;
import com.aiqleads.platform.Name;
import com.aiqleads.platform.signin.openid.Redemption.Reason;
import com.aiqleads.platform.signin.openid.Redemption.Redeemed;
import com.aiqleads.platform.signin.openid.Redemption.Refused;
import com.aiqleads.platform.signin.openid.Redemption.Unreachable;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.Resource;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Verifies the tokens that say who somebody is: signed by a key that the provider publishes, for
/// us alone, for this journey, in its time. Keys are kept for ten minutes and asked for once more
/// when a token names one that is not among them.
@Singleton
final class IdTokens {

  /// None that both sides know the secret of, and not `none`.
  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256);

  private static final Set<String> REQUIRED = Set.of("sub", "exp", "iat", "nonce");
  private static final Duration SKEW = Duration.ofSeconds(60);
  private static final Duration KEPT_FOR = Duration.ofMinutes(10);
  private static final Duration ASKED_FOR = Duration.ofSeconds(10);
  private static final Duration ASKED_EVERY = Duration.ofSeconds(30);

  private final ProviderHttp http;
  private final InstantSource clock;
  private final Map<URI, JWKSource<SecurityContext>> keys = new ConcurrentHashMap<>();

  IdTokens(ProviderHttp http, InstantSource clock) {
    this.http = http;
    this.clock = clock;
  }

  Redemption verify(String token, Provider provider, URI keysAt, Departure departure) {
    try {
      JWTClaimsSet claims = processor(provider, keysAt).process(SignedJWT.parse(token), null);
      if (!isOfThisJourney(claims, provider, departure)) {
        return new Refused(Reason.TOKEN);
      }
      Identity identity = new Identity(provider.issuer(), claims.getSubject());
      return new Redeemed(identity, vouched(claims, identity));
    } catch (JWKSetUnavailableException _) {
      return new Unreachable();
    } catch (ParseException | BadJOSEException | JOSEException | IllegalArgumentException _) {
      return new Refused(Reason.TOKEN);
    }
  }

  private DefaultJWTProcessor<SecurityContext> processor(Provider provider, URI keysAt) {
    DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    processor.setJWSKeySelector(
        new JWSVerificationKeySelector<>(ALGORITHMS, keys.computeIfAbsent(keysAt, this::source)));
    JWTClaimsSet exactly = new JWTClaimsSet.Builder().issuer(provider.issuer()).build();
    DefaultJWTClaimsVerifier<SecurityContext> verifier =
        new DefaultJWTClaimsVerifier<>(provider.clientId(), exactly, REQUIRED) {
          @Override
          protected Date currentTime() {
            return Date.from(clock.instant());
          }
        };
    verifier.setMaxClockSkew((int) SKEW.toSeconds());
    processor.setJWTClaimsSetVerifier(verifier);
    return processor;
  }

  /// What the library does not look at: for which journey, for which of several readers, and
  /// whether it was made since the person left.
  private boolean isOfThisJourney(JWTClaimsSet claims, Provider provider, Departure departure)
      throws ParseException {
    Instant issued = claims.getIssueTime().toInstant();
    return departure.nonce().value().equals(claims.getStringClaim("nonce"))
        && isForUs(claims.getAudience(), claims.getStringClaim("azp"), provider.clientId())
        && !issued.isBefore(departure.at().minus(SKEW))
        && !issued.isAfter(clock.instant().plus(SKEW));
  }

  private static boolean isForUs(List<String> audience, @Nullable String party, String clientId) {
    return party == null ? audience.size() == 1 : party.equals(clientId);
  }

  private static Optional<Vouched> vouched(JWTClaimsSet claims, Identity identity)
      throws ParseException {
    String address = claims.getStringClaim("email");
    if (address == null || !Boolean.TRUE.equals(claims.getClaim("email_verified"))) {
      return Optional.empty();
    }
    Email email = new Email(address);
    return Optional.of(new Vouched(identity, email, name(claims.getStringClaim("name"), email)));
  }

  /// As the provider says, if that is a name; else as the mailbox.
  private static Name name(@Nullable String said, Email email) {
    String mailbox = email.address().split("@", 2)[0].replaceAll("[^A-Za-z0-9]+", " ").strip();
    for (String name : List.of(said == null ? "" : said, mailbox)) {
      try {
        return Name.chosen(name);
      } catch (IllegalArgumentException _) {
        // The next one.
      }
    }
    return new Name("New member");
  }

  private JWKSource<SecurityContext> source(URI address) {
    try {
      return JWKSourceBuilder.<SecurityContext>create(address.toURL(), this::fetch)
          .cache(KEPT_FOR.toMillis(), ASKED_FOR.toMillis())
          .refreshAheadCache(false)
          .rateLimited(ASKED_EVERY.toMillis())
          .build();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException("not an address", e);
    }
  }

  private Resource fetch(URL address) throws IOException {
    return new Resource(http.get(URI.create(address.toString())), "application/json");
  }
}
