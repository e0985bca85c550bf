package com.aiqleads.local.host.function;

import java.time.Duration;
import java.util.List;

/// How functions are kept apart from each other and from the host.
public interface Isolation extends AutoCloseable {

  /// Makes a function known; all are, before the first one starts.
  void deploy(DeployedFunction function);

  /// Starts a new environment, which includes the function's own start.
  ///
  /// @param number distinguishes the environments of one function
  Environment start(DeployedFunction function, int number) throws InitFailed;

  /// How long a start may take.
  Duration startLimit();

  /// What the environments measure themselves, as Prometheus text, one each.
  List<String> figures();

  @Override
  void close();

  /// One started function; it takes one invocation at a time and keeps its static state.
  interface Environment extends AutoCloseable {

    /// Waits no longer than to the deadline. After a timeout the environment is not used again.
    Outcome invoke(Invocation invocation);

    /// Whether it has become unusable: by a timeout, or because its process has ended.
    boolean spent();

    @Override
    void close();
  }

  /// The function could not be started.
  final class InitFailed extends Exception {
    public InitFailed(DeployedFunction function, Throwable cause) {
      super("%s did not start: %s".formatted(function.id(), cause), cause);
    }
  }
}
