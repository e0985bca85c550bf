package com.aiqleads.local.product;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// The browser that is installed here; none is ever downloaded.
final class Chromium {

  /// Of one thread at a time, as Playwright asks.
  static final String LOCK = "Chromium";

  private static final List<String> USUAL_PLACES =
      List.of(
          "/usr/bin/chromium",
          "/usr/bin/chromium-browser",
          "/usr/bin/google-chrome",
          "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");

  private Chromium() {}

  static Optional<Path> executable() {
    return Stream.concat(Stream.ofNullable(System.getenv("CHROMIUM")), USUAL_PLACES.stream())
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst();
  }

  static Browser browser() {
    return Objects.requireNonNull(Holder.BROWSER);
  }

  private static final class Holder {
    static final Browser BROWSER =
        Playwright.create(
                new Playwright.CreateOptions()
                    .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(executable().orElseThrow())
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--headless=new",
                            "--use-angle=swiftshader",
                            "--enable-unsafe-swiftshader",
                            // The map alone is drawn by a graphics card that is not there:
                            // pages drawn by it, too, take three times the processor time.
                            "--disable-gpu-compositing",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync",
                            "--no-first-run")));
  }
}
