package com.aiqleads.platform.serveconsole;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.simple.SimpleHttpRequest;
import java.util.Map;

/// Requests of a browser that knows no fetch metadata.
record FormRequests(Map<String, String> cookies) {

  HttpRequest<?> withOrigin(String origin) {
    MutableHttpRequest<String> request =
        new SimpleHttpRequest<>(HttpMethod.POST, "/console/sign-in", "");
    cookies.forEach((name, value) -> request.cookie(Cookie.of(name, value)));
    return origin.isEmpty() ? request : request.header("Origin", origin);
  }
}
