package com.aiqleads.local.host;

import com.aiqleads.local.host.admin.ServiceDesk;
import com.aiqleads.local.host.http.Json;
import com.aiqleads.local.services.LocalServices;
import com.aiqleads.local.services.Service;
import com.aiqleads.local.services.ServiceProcess;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;

/// Starts an embedded service again when it has died: on its port and its data, so that functions
/// notice nothing but a pause.
final class Supervision implements ServiceDesk {

  /// A terminal's Ctrl-C reaches the services too, perhaps before it has reached us.
  private static final Duration GRACE = Duration.ofMillis(500);

  private static final int MAX_ATTEMPTS = 5;

  private final LocalServices services;
  private final Provisioning provisioning;
  private final Consumer<String> say;
  private volatile boolean stopped;

  Supervision(LocalServices services, Provisioning provisioning, Consumer<String> say) {
    this.services = services;
    this.provisioning = provisioning;
    this.say = say;
    services.onDeath(dead -> Thread.ofVirtual().name("supervision").start(() -> died(dead)));
  }

  private void died(ServiceProcess dead) {
    pause();
    for (int attempt = 1; !stopped && attempt <= MAX_ATTEMPTS && !dead.isAlive(); attempt++) {
      String name = dead.service().folder();
      say.accept(name + " has died: starting it again on its data");
      try {
        start(dead);
        say.accept(name + " is back");
      } catch (RuntimeException e) {
        say.accept("%s did not start (attempt %d): %s".formatted(name, attempt, e.getMessage()));
      }
    }
  }

  private void start(ServiceProcess process) {
    process.restart();
    if (process.service() == Service.ELASTICMQ) {
      provideQueues();
    }
  }

  private void provideQueues() {
    try {
      provisioning.queues();
    } catch (IOException e) {
      throw new IllegalStateException("the queues could not be made again", e);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(GRACE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  void stop() {
    stopped = true;
  }

  @Override
  public ObjectNode all() {
    ObjectNode answer = Json.object();
    ArrayNode list = answer.putArray("services");
    for (ServiceProcess process : services.processes()) {
      ObjectNode view =
          list.addObject()
              .put("name", process.service().folder())
              .put("port", process.port())
              .put("alive", process.isAlive());
      process.pids().forEach(view.withArray("pids")::add);
    }
    services
        .elsewhere()
        .forEach(
            (service, address) ->
                list.addObject()
                    .put("name", service.folder())
                    .put("elsewhere", address.toString()));
    return answer;
  }

  @Override
  public void restart(String name) {
    start(
        services.processes().stream()
            .filter(process -> process.service().folder().equals(name))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("there is no service " + name)));
  }
}
