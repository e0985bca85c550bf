package com.aiqleads.local.services;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/// A program that starts services, says so and waits to be killed.
final class Parent {
  private Parent() {}

  @SuppressWarnings({"resource", "SystemOut"}) // Its end is the test.
  public static void main(String[] arguments) throws InterruptedException {
    var services = LocalServices.start(Path.of(arguments[0]), ParentDeathTest.SERVICES);
    services.pids().values().forEach(pids -> pids.forEach(System.out::println));
    System.out.println("ready");
    new CountDownLatch(1).await();
  }
}
