package com.aiqleads.lambda.http;

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
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/// Signs access tokens and publishes its keys, as the real issuer does.
public final class FakeIssuer implements AutoCloseable {

  private final AtomicInteger asked = new AtomicInteger();
  private final HttpServer server;
  private volatile RSAKey key = newKey("key-1");
  private volatile boolean down;

  public FakeIssuer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException("no port for the issuer", e);
    }
    server.createContext(
        "/.well-known/jwks.json",
        exchange -> {
          asked.incrementAndGet();
          byte[] keys = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(down ? 500 : 200, keys.length);
          exchange.getResponseBody().write(keys);
          exchange.close();
        });
    server.start();
  }

  public String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  public int timesAsked() {
    return asked.get();
  }

  public void rotate(String keyId) {
    key = newKey(keyId);
  }

  public void goDown() {
    down = true;
  }

  public String token(UnaryOperator<JWTClaimsSet.Builder> change) {
    return token(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()), change);
  }

  public String token(JWSHeader.Builder header, UnaryOperator<JWTClaimsSet.Builder> change) {
    try {
      SignedJWT token =
          new SignedJWT(
              header.type(new JOSEObjectType("at+jwt")).build(), change.apply(claims()).build());
      token.sign(new RSASSASigner(key));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException("cannot sign", e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private JWTClaimsSet.Builder claims() {
    Instant now = Instant.now();
    return new JWTClaimsSet.Builder()
        .issuer(address())
        .audience("aiqleads")
        .subject("user_0J43GV5GYMFSFRMTVWHPEGYR9B")
        .claim("team", "team_0J43GV5GYMFSFRMTVWHPEGYR9B")
        .claim("roles", List.of("buyer"))
        .claim("scope", "marketplace:read marketplace:write")
        .issueTime(Date.from(now))
        .notBeforeTime(Date.from(now))
        .expirationTime(Date.from(now.plusSeconds(900)))
        .jwtID("token-1");
  }

  private static RSAKey newKey(String keyId) {
    try {
      return new RSAKeyGenerator(2048).keyID(keyId).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException("cannot make a key", e);
    }
  }
}
