package com.aiqleads.local.sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/// Somebody with a browser.
record Visitor(URI site, HttpClient client) {

  static Visitor of(Sandbox sandbox) {
    return new Visitor(sandbox.baseUri(), HttpClient.newHttpClient());
  }

  HttpResponse<String> get(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(site.resolve(path));
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  HttpResponse<String> postForm(String path, String form) {
    return post(path, Request.FORM, form);
  }

  HttpResponse<String> postJson(String path, String json, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(site.resolve(path))
            .header("Content-Type", Answer.JSON)
            .POST(BodyPublishers.ofString(json));
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  HttpResponse<String> putJson(String path, String json) {
    return send(
        HttpRequest.newBuilder(site.resolve(path))
            .header("Content-Type", Answer.JSON)
            .PUT(BodyPublishers.ofString(json)));
  }

  void turn(Fault fault, boolean on) {
    postForm("/control/faults", "fault=" + fault.text() + "&on=" + on);
  }

  private HttpResponse<String> post(String path, String type, String body) {
    return send(
        HttpRequest.newBuilder(site.resolve(path))
            .header("Content-Type", type)
            .POST(BodyPublishers.ofString(body)));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
