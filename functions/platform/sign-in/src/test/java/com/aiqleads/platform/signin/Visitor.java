package com.aiqleads.platform.signin;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;

/// Somebody with a mail address, at a network address.
record Visitor(SignInHandler handler, String email, String address) {

  static final String PASSWORD = "seven green lamps";

  private static final ObjectMapper JSON = ObjectMapper.getDefault();

  /// Of a person, and of a network, that no other test knows.
  static Visitor unknown(SignInHandler handler) {
    String email = "ann." + UUID.randomUUID() + "@buyers.example";
    return new Visitor(handler, email, UUID.randomUUID().toString());
  }

  Visitor as(String otherEmail) {
    return new Visitor(handler, otherEmail, address);
  }

  Visitor elsewhere() {
    return new Visitor(handler, email, UUID.randomUUID().toString());
  }

  APIGatewayV2HTTPResponse register() {
    return post(
        "/registrations",
        """
        {"email": "%s", "password": "%s", "name": "Ann"}\
        """
            .formatted(email, PASSWORD));
  }

  APIGatewayV2HTTPResponse signIn(String password) {
    return post(
        "/sessions", "{\"email\": \"%s\", \"password\": \"%s\"}".formatted(email, password));
  }

  APIGatewayV2HTTPResponse refresh(String token) {
    return post("/sessions/refresh", tokenBody(token));
  }

  APIGatewayV2HTTPResponse refreshOnce(String token, String key) {
    return new Gateway(handler, address).postOnce("/sessions/refresh", tokenBody(token), key);
  }

  APIGatewayV2HTTPResponse signOut(String token) {
    return post("/sessions/sign-out", tokenBody(token));
  }

  APIGatewayV2HTTPResponse me(String token) {
    return new Gateway(handler, address).get("/me", token);
  }

  APIGatewayV2HTTPResponse post(String path, String body) {
    return new Gateway(handler, address).post(path, body);
  }

  APIGatewayV2HTTPResponse post(String path, String body, String token) {
    return new Gateway(handler, address).post(path, body, token);
  }

  APIGatewayV2HTTPResponse put(String path, String body) {
    return new Gateway(handler, address).put(path, body);
  }

  APIGatewayV2HTTPResponse put(String path, String body, String token) {
    return new Gateway(handler, address).put(path, body, token);
  }

  String text(APIGatewayV2HTTPResponse response, String field) {
    try {
      JsonNode value = JSON.readValue(response.getBody(), JsonNode.class).get(field);
      return value == null ? "" : value.coerceStringValue();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String problem(APIGatewayV2HTTPResponse answer) {
    return answer.getStatusCode() + " " + text(answer, "code");
  }

  String withoutId(APIGatewayV2HTTPResponse problem) {
    return problem.getBody().replace(text(problem, "correlationId"), "");
  }

  private static String tokenBody(String token) {
    return "{\"refreshToken\": \"%s\"}".formatted(token);
  }
}
