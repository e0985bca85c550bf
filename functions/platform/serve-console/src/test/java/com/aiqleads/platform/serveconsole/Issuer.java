package com.aiqleads.platform.serveconsole;

import com.aiqleads.kernel.TeamId;
import com.aiqleads.kernel.UserId;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;

/// Signs tokens and publishes the key that verifies them.
final class Issuer implements AutoCloseable {

  private static final int KEY_BITS = 2048;

  private final RSAKey key;
  private final HttpServer server;

  Issuer() {
    try {
      key = new RSAKeyGenerator(KEY_BITS).keyID("test").generate();
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
    byte[] keys = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
    server.createContext(
        "/.well-known/jwks.json",
        exchange -> {
          try (exchange) {
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
          }
        });
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  String token(String role, String... scopes) {
    return token(Instant.now(), role, scopes);
  }

  String endedToken(String role, String... scopes) {
    return token(Instant.now().minus(Duration.ofHours(1)), role, scopes);
  }

  private String token(Instant at, String role, String... scopes) {
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer(address())
            .audience("aiqleads")
            .subject(new UserId(new UUID(1, 1)).text())
            .claim("team", new TeamId(new UUID(1, 2)).text())
            .claim("roles", List.of(role))
            .claim("scope", String.join(" ", scopes))
            .issueTime(Date.from(at))
            .notBeforeTime(Date.from(at))
            .expirationTime(Date.from(at.plus(Duration.ofMinutes(15))))
            .jwtID(UUID.randomUUID().toString())
            .build();
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.RS256)
            .keyID("test")
            .type(new JOSEObjectType("at+jwt"))
            .build();
    SignedJWT token = new SignedJWT(header, claims);
    try {
      token.sign(new RSASSASigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
    return token.serialize();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
