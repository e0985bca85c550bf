package com.aiqleads.platform.signin;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.APIGatewayV2HTTPEventBuilder;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.Map;

/// Calls the function as the gateway does for somebody at that address.
record Gateway(SignInHandler handler, String address) {

  APIGatewayV2HTTPResponse get(String path, String token) {
    Map<String, String> headers =
        token.isEmpty() ? Map.of() : Map.of("authorization", "Bearer " + token);
    return answer(request("GET", path, headers));
  }

  APIGatewayV2HTTPResponse post(String path, String body) {
    return answer(request("POST", path, Map.of("content-type", "application/json")).withBody(body));
  }

  APIGatewayV2HTTPResponse post(String path, String body, String token) {
    Map<String, String> headers =
        Map.of("content-type", "application/json", "authorization", "Bearer " + token);
    return answer(request("POST", path, headers).withBody(body));
  }

  APIGatewayV2HTTPResponse postOnce(String path, String body, String key) {
    Map<String, String> headers =
        Map.of("content-type", "application/json", "idempotency-key", key);
    return answer(request("POST", path, headers).withBody(body));
  }

  APIGatewayV2HTTPResponse put(String path, String body) {
    return answer(request("PUT", path, Map.of("content-type", "application/json")).withBody(body));
  }

  APIGatewayV2HTTPResponse put(String path, String body, String token) {
    Map<String, String> headers =
        Map.of("content-type", "application/json", "authorization", "Bearer " + token);
    return answer(request("PUT", path, headers).withBody(body));
  }

  private APIGatewayV2HTTPEventBuilder request(
      String method, String path, Map<String, String> headers) {
    RequestContext.Http http =
        RequestContext.Http.builder()
            .withMethod(method)
            .withPath(path)
            .withSourceIp(address)
            .build();
    return APIGatewayV2HTTPEvent.builder()
        .withVersion("2.0")
        .withRouteKey(method + " " + path)
        .withRawPath(path)
        .withRawQueryString("")
        .withHeaders(headers)
        .withIsBase64Encoded(false)
        .withRequestContext(RequestContext.builder().withHttp(http).build());
  }

  @SuppressWarnings("NullAway") // Lambda's context says nothing that this function asks for.
  private APIGatewayV2HTTPResponse answer(APIGatewayV2HTTPEventBuilder request) {
    return handler.handleRequest(request.build(), null);
  }
}
