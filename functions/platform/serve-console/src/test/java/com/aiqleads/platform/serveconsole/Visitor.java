package com.aiqleads.platform.serveconsole;

import com.aiqleads.lambda.FakeInvocation;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.micronaut.context.ApplicationContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// A browser without a screen: sends requests as the gateway hands them on, and keeps cookies.
final class Visitor {

  private final ServeConsoleHandler console;
  private final Map<String, String> cookies = new LinkedHashMap<>();
  private final Map<String, String> headers = new HashMap<>();

  Visitor(ApplicationContext context) {
    this.console = new ServeConsoleHandler(context);
  }

  Visitor with(String cookie, String value) {
    cookies.put(cookie, value);
    return this;
  }

  Visitor header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  Map<String, String> cookies() {
    return cookies;
  }

  APIGatewayV2HTTPResponse get(String pathAndQuery) {
    return send("GET", pathAndQuery, "");
  }

  /// Sends a form with the token that the last page's form had.
  APIGatewayV2HTTPResponse post(String path, Map<String, String> form) {
    Map<String, String> fields = new HashMap<>(form);
    fields.putIfAbsent("csrf", FormGuard.tokenFor(cookies.getOrDefault("__Host-form", "")));
    headers.putIfAbsent("sec-fetch-site", "same-origin");
    return send(
        "POST",
        path,
        fields.entrySet().stream()
            .map(field -> field.getKey() + "=" + encode(field.getValue()))
            .collect(Collectors.joining("&")));
  }

  private APIGatewayV2HTTPResponse send(String method, String pathAndQuery, String body) {
    int mark = pathAndQuery.indexOf('?');
    String path = mark < 0 ? pathAndQuery : pathAndQuery.substring(0, mark);
    String query = mark < 0 ? "" : pathAndQuery.substring(mark + 1);
    Map<String, String> sent = new HashMap<>(headers);
    sent.put("host", "127.0.0.1");
    if (!body.isEmpty()) {
      sent.put("content-type", "application/x-www-form-urlencoded");
    }
    List<String> jar = new ArrayList<>();
    cookies.forEach((name, value) -> jar.add(name + "=" + value));
    APIGatewayV2HTTPEvent event =
        APIGatewayV2HTTPEvent.builder()
            .withVersion("2.0")
            .withRouteKey(method + " " + path)
            .withRawPath(path)
            .withRawQueryString(query)
            .withHeaders(sent)
            .withCookies(jar)
            .withBody(body)
            .withRequestContext(
                RequestContext.builder()
                    .withHttp(
                        RequestContext.Http.builder()
                            .withMethod(method)
                            .withPath(path)
                            .withSourceIp("127.0.0.1")
                            .build())
                    .build())
            .build();
    APIGatewayV2HTTPResponse response =
        console.handleRequest(event, new FakeInvocation(Duration.ofSeconds(30)));
    response.getCookies().forEach(this::keep);
    return response;
  }

  static String header(APIGatewayV2HTTPResponse response, String name) {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.putAll(response.getHeaders());
    return headers.getOrDefault(name, "");
  }

  private void keep(String setCookie) {
    String pair = setCookie.split(";", 2)[0];
    int equals = pair.indexOf('=');
    String value = pair.substring(equals + 1);
    if (value.isEmpty()) {
      cookies.remove(pair.substring(0, equals));
    } else {
      cookies.put(pair.substring(0, equals), value);
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
