package com.aiqleads.local.host.function;

/// Each environment is a class loader in this process: fast and small. What it cannot do: cap
/// memory, kill on a timeout, give each function its own environment variables, system properties,
/// standard output, time zone or native libraries, survive `System.exit`.
public final class InProcessIsolation implements Isolation {

  private final LibraryLoaders libraries = new LibraryLoaders();

  @Override
  public Environment start(DeployedFunction function, int number) throws InitFailed {
    EnvironmentLoader loader = EnvironmentLoader.of(function, number, libraries);
    EnvironmentThread thread = new EnvironmentThread(loader);
    try {
      return thread.call(() -> environment(function, loader, thread));
    } catch (Throwable e) {
      thread.close();
      Closing.quietly(loader);
      throw new InitFailed(function, e);
    }
  }

  private static Environment environment(
      DeployedFunction function, EnvironmentLoader loader, EnvironmentThread thread)
      throws ReflectiveOperationException {
    Object handler = loader.loadClass(function.handler()).getDeclaredConstructor().newInstance();
    return new InProcessEnvironment(function, handler, Handler.of(handler, loader), loader, thread);
  }

  @Override
  public void close() {
    libraries.close();
  }
}
