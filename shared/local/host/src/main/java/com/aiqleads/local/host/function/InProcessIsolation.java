package com.aiqleads.local.host.function;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Each function is a class loader in this process, and each environment an instance of its handler
/// with a thread of its own: fast and small. What it cannot do: keep the static state of a
/// function's environments apart, cap memory, kill on a timeout, give each function its own
/// environment variables, system properties, standard output, time zone or native libraries,
/// survive `System.exit`.
public final class InProcessIsolation implements Isolation {

  private static final Duration START_LIMIT = Duration.ofSeconds(60);

  private final LibraryLoaders libraries = new LibraryLoaders();
  private final Map<String, FunctionLoader> loaders = new ConcurrentHashMap<>();

  @Override
  public void deploy(DeployedFunction function) {
    loader(function);
  }

  @Override
  public Environment start(DeployedFunction function, int number) throws InitFailed {
    FunctionLoader loader = loader(function);
    String name = function.id() + "/" + number;
    EnvironmentThread thread = new EnvironmentThread(name, loader);
    try {
      return thread.call(() -> environment(function, name, loader, thread));
    } catch (Throwable e) {
      thread.close();
      throw new InitFailed(function, e);
    }
  }

  private FunctionLoader loader(DeployedFunction function) {
    return loaders.computeIfAbsent(function.id(), _ -> FunctionLoader.of(function, libraries));
  }

  private static Environment environment(
      DeployedFunction function, String name, FunctionLoader loader, EnvironmentThread thread)
      throws ReflectiveOperationException {
    Object instance = loader.loadClass(function.handler()).getDeclaredConstructor().newInstance();
    Handler handler = Handler.of(instance, loader);
    return new InProcessEnvironment(function, name, instance, handler, thread);
  }

  @Override
  public Duration startLimit() {
    return START_LIMIT;
  }

  @Override
  public List<String> figures() {
    return FunctionBeans.texts();
  }

  @Override
  public void close() {
    loaders.values().forEach(Closing::quietly);
    libraries.close();
  }
}
