package com.aiqleads.local.postgres;

import com.aiqleads.local.child.Parent;
import java.nio.file.Path;

/// Arguments: data directory, port, file with the password of the user postgres, and how to end:
/// `fast`, or `immediate` without a checkpoint.
public final class PostgresMain {
  private PostgresMain() {}

  public static void main(String[] arguments) throws Exception {
    var programs = Programs.in(Binaries.unpacked());
    var cluster = new Cluster(programs, Path.of(arguments[0]), Path.of(arguments[2]));
    cluster.createIfMissing();
    cluster.clearDeadRun();
    // From this thread, which lives as long as we do: PostgreSQL ends with it.
    Process postgres = cluster.start(arguments[1]);
    Parent.endWithMe(
        () -> {
          cluster.stop(arguments[3]);
          postgres.waitFor();
        });
    int status = postgres.waitFor();
    System.exit(status);
  }
}
