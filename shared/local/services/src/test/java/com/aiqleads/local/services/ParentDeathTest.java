package com.aiqleads.local.services;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParentDeathTest {
  static final Options SERVICES =
      Options.defaults().only(Service.POSTGRES, Service.DYNAMODB, Service.ELASTICMQ, Service.S3);

  @TempDir Path data;

  @Test
  void takesTheServicesAlong() throws Exception {
    var parent = startParent();
    var children = pidsTold(parent.inputReader());

    parent.destroyForcibly();

    assertThat(children).hasSizeGreaterThan(SERVICES.services().size());
    for (ProcessHandle child : children) {
      child.onExit().get(60, TimeUnit.SECONDS);
    }
    LocalServices.start(data, SERVICES).close();
  }

  private Process startParent() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Drepository.root=" + SERVICES.repository(),
            "-cp",
            System.getProperty("java.class.path"),
            Parent.class.getName(),
            data.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static List<ProcessHandle> pidsTold(BufferedReader output) throws IOException {
    List<ProcessHandle> children = new ArrayList<>();
    for (String line = output.readLine(); !"ready".equals(line); line = output.readLine()) {
      ProcessHandle.of(Long.parseLong(line)).ifPresent(children::add);
    }
    return children;
  }
}
