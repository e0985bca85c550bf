package com.aiqleads.lambda.http;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.token.DefaultRolesFinder;
import io.micronaut.security.token.config.TokenConfiguration;
import io.micronaut.security.token.config.TokenConfigurationProperties;
import io.micronaut.security.token.jwt.validator.DefaultJwtAuthenticationFactory;
import io.micronaut.security.token.jwt.validator.JwtAuthenticationFactory;
import jakarta.inject.Singleton;
import java.net.MalformedURLException;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Date;
import java.util.Optional;
import java.util.Set;

/// Verifies access tokens against the keys that the issuer publishes: RS256 only, our issuer and
/// audience only, in their time only.
@Singleton
final class TokenVerifier {

  private static final TokenConfiguration TOKENS = new TokenConfigurationProperties();
  private static final String AUDIENCE = "aiqleads";
  private static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");
  private static final Set<String> REQUIRED = Set.of("sub", "exp", "iat", Callers.TEAM);
  private static final int MAX_SKEW_SECONDS = 5;

  /// Keys: kept so long; asked for at most so often for a key id that nobody knows; this many
  /// milliseconds and bytes for an answer.
  private static final Duration KEPT_FOR = Duration.ofMinutes(15);

  private static final Duration ASKED_EVERY = Duration.ofSeconds(30);
  private static final Duration WAIT = Duration.ofSeconds(2);
  private static final int MAX_BYTES = 64 * 1024;

  /// Makes callers of tokens that have been verified.
  private static final JwtAuthenticationFactory CALLERS =
      new DefaultJwtAuthenticationFactory(TOKENS, new DefaultRolesFinder(TOKENS));

  private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

  TokenVerifier(IssuerSettings settings, InstantSource clock) {
    String issuer = settings.issuer();
    processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(TYPE));
    processor.setJWSKeySelector(
        new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, keys(settings)));
    JWTClaimsSet exactly = new JWTClaimsSet.Builder().issuer(issuer).build();
    DefaultJWTClaimsVerifier<SecurityContext> claims =
        new DefaultJWTClaimsVerifier<>(AUDIENCE, exactly, REQUIRED) {
          @Override
          protected Date currentTime() {
            return Date.from(clock.instant());
          }
        };
    claims.setMaxClockSkew(MAX_SKEW_SECONDS);
    processor.setJWTClaimsSetVerifier(claims);
  }

  /// Empty for every token that is not exactly right.
  Optional<Authentication> verify(String token) {
    try {
      SignedJWT parsed = SignedJWT.parse(token);
      if (parsed.getHeader().getKeyID() == null) {
        return Optional.empty();
      }
      processor.process(parsed, null);
      Optional<Authentication> caller = CALLERS.createAuthentication(parsed);
      caller.ifPresent(Callers::of);
      return caller;
    } catch (JWKSetUnavailableException e) {
      throw new KeysUnavailable(e);
    } catch (ParseException | BadJOSEException | JOSEException | IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static JWKSource<SecurityContext> keys(IssuerSettings settings) {
    int waitMillis = (int) WAIT.toMillis();
    try {
      return JWKSourceBuilder.<SecurityContext>create(
              URI.create(settings.keys()).toURL(),
              new DefaultResourceRetriever(waitMillis, waitMillis, MAX_BYTES))
          .cache(KEPT_FOR.toMillis(), 2 * WAIT.toMillis())
          .refreshAheadCache(false)
          .rateLimited(ASKED_EVERY.toMillis())
          .build();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(
          "AIQLEADS_ISSUER or AIQLEADS_KEYS_URL is not an address: " + settings.keys(), e);
    }
  }

  /// The issuer does not answer: nobody can be told from nobody.
  static final class KeysUnavailable extends RuntimeException {
    KeysUnavailable(Throwable cause) {
      super("the issuer's keys cannot be had", cause);
    }
  }
}
