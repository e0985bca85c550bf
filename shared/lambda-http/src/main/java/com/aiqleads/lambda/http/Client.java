package com.aiqleads.lambda.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.servlet.http.ServletHttpRequest;

/// The program that sends a request. Personal: its text form hides it.
///
/// @param address of the network, as the gateway saw it
/// @param agent what the program calls itself; anybody may write anything there
public record Client(String address, String agent) {

  private static final String UNKNOWN = "unknown";

  public static Client of(HttpRequest<?> request) {
    return new Client(
        address(request), request.getHeaders().findFirst(HttpHeaders.USER_AGENT).orElse(""));
  }

  /// Micronaut's own remote address is always this machine.
  private static String address(HttpRequest<?> request) {
    return request instanceof ServletHttpRequest<?, ?> servlet
            && servlet.getNativeRequest() instanceof APIGatewayV2HTTPEvent event
        ? String.valueOf(event.getRequestContext().getHttp().getSourceIp())
        : UNKNOWN;
  }

  @Override
  public String toString() {
    return "***";
  }
}
