package com.aiqleads.lambda.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext.Http;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A request as the gateway's payload 2.0 brings it.
public record Call(APIGatewayV2HTTPEvent event) {

  public static Call get(String address) {
    return to("GET", address);
  }

  public static Call post(String address, String json) {
    return to("POST", address).body(json).header("content-type", "application/json");
  }

  public static Call to(String method, String address) {
    String[] parts = address.split("\\?", 2);
    APIGatewayV2HTTPEvent event = new APIGatewayV2HTTPEvent();
    event.setVersion("2.0");
    event.setRawPath(parts[0]);
    event.setRawQueryString(parts.length == 1 ? "" : parts[1]);
    event.setHeaders(new HashMap<>(Map.of("host", "localhost")));
    event.setRequestContext(
        RequestContext.builder()
            .withHttp(
                Http.builder()
                    .withMethod(method)
                    .withPath(parts[0])
                    .withProtocol("HTTP/1.1")
                    .withSourceIp("127.0.0.1")
                    .build())
            .build());
    return new Call(event);
  }

  public Call header(String name, String value) {
    event.getHeaders().put(name, value);
    return this;
  }

  public Call bearer(String token) {
    return header("authorization", "Bearer " + token);
  }

  public Call cookies(String... cookies) {
    event.setCookies(List.of(cookies));
    return this;
  }

  public Call body(String body) {
    event.setBody(body);
    return this;
  }

  public Call base64Body(String body) {
    event.setBody(body);
    event.setIsBase64Encoded(true);
    return this;
  }
}
