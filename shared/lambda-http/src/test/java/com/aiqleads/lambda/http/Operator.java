package com.aiqleads.lambda.http;

import com.aiqleads.lambda.FakeInvocation;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One of us, of no team, who has signed in and may do what the scopes say. The function is made
/// anew for each call, so that a test may exchange its beans first.
public record Operator(
    Supplier<? extends HttpFunction> function, FakeIssuer issuer, String scopes) {

  private static final Duration TIME = Duration.ofSeconds(30);

  public APIGatewayV2HTTPResponse answer(String method, String path) {
    return answer(method, path, null);
  }

  public APIGatewayV2HTTPResponse answer(String method, String path, @Nullable String json) {
    Call call = Call.to(method, path);
    return answer(json == null ? call : withJson(call, json));
  }

  public APIGatewayV2HTTPResponse answer(Call call) {
    String token = issuer.token(claims -> claims.claim("scope", scopes).claim("sid", "session"));
    return asNobody(call.bearer(token));
  }

  /// With the same scopes, but without having signed in.
  public APIGatewayV2HTTPResponse asProgram(Call call) {
    return asNobody(call.bearer(issuer.token(claims -> claims.claim("scope", scopes))));
  }

  public APIGatewayV2HTTPResponse asNobody(Call call) {
    return function.get().handleRequest(call.event(), new FakeInvocation(TIME));
  }

  /// The same person with other scopes.
  public Operator with(String others) {
    return new Operator(function, issuer, others);
  }

  public static Call withJson(Call call, String json) {
    return call.body(json).header("content-type", "application/json");
  }
}
