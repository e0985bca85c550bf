package com.aiqleads.acquisition.store;

import com.aiqleads.local.sandbox.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/// The sandbox with the switches of its faults, for tests to turn.
public final class SwitchedSandbox implements AutoCloseable {

  private final Sandbox sandbox;
  private final HttpClient http = HttpClient.newHttpClient();

  private SwitchedSandbox(Sandbox sandbox) {
    this.sandbox = sandbox;
  }

  public static SwitchedSandbox start() {
    return start(Sandbox.DEFAULT_HOMES);
  }

  public static SwitchedSandbox start(int homes) {
    return new SwitchedSandbox(Sandbox.start(0, Sandbox.DEFAULT_SEED, homes));
  }

  public URI baseUri() {
    return sandbox.baseUri();
  }

  /// Where it plays one of its sites.
  public URI site(String source) {
    return baseUri().resolve("/" + source + "/");
  }

  public void during(String fault, Runnable act) {
    turn(fault, true);
    try {
      act.run();
    } finally {
      turn(fault, false);
    }
  }

  public void turn(String fault, boolean on) {
    String address = "/control/faults?fault=" + fault + "&on=" + on;
    String _ =
        send(HttpRequest.newBuilder(baseUri().resolve(address)).POST(BodyPublishers.noBody()));
  }

  /// How polite its visitors were.
  public String visits() {
    return send(HttpRequest.newBuilder(baseUri().resolve("/control/visits")));
  }

  private String send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofString()).body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    http.close();
    sandbox.close();
  }
}
