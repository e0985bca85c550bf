package com.aiqleads.local.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.ResourceLock;

/// Signing in by a provider, which is another site to a real Chromium.
@ExtendWith(ChromiumFound.class)
@ResourceLock(Chromium.LOCK)
class ProviderSignInTest {

  @RegisterExtension static final SharedProduct product = new SharedProduct();

  /// For what only hangs if it takes so long.
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final String BUTTON = "Continue with the local provider";
  private static final String ANALYST = "analyst@aiqleads.example";
  private static final Pattern MAIL = Pattern.compile("[a-z]+@aiqleads\\.example");

  @Test
  void letsSomebodyNewInAndKnowsThemAgain() {
    String email = UUID.randomUUID() + "@newcomers.example";
    for (int time = 0; time < 2; time++) {
      try (BrowserContext context = Chromium.browser().newContext()) {
        Page page = atTheProvider(context, "/console/account");

        say(page, email);

        page.waitForURL("**/console/account");
        awaitInMain(page, email + " · not confirmed yet");
      }
    }
  }

  @Test
  void asksAMemberForThePasswordOnce() {
    try (BrowserContext context = Chromium.browser().newContext()) {
      Page page = atTheProvider(context, "/console/account");
      page.getByText("Anna Analyst").click();
      page.getByText("Is this your account?").waitFor();
      assertClean(page);
      page.getByLabel("Password of your account here").fill("not the password");
      page.getByText("It is mine").click();
      page.getByText("The password is wrong.").waitFor();

      page.getByLabel("Password of your account here").fill(product.password());
      page.getByText("It is mine").click();

      page.waitForURL("**/console/account");
      awaitInMain(page, "Provider connected");
    }
    try (BrowserContext context = Chromium.browser().newContext()) {
      Page page = atTheProvider(context, "/console/account");

      page.getByText("Anna Analyst").click();

      page.waitForURL("**/console/account");
      awaitInMain(page, ANALYST);
    }
  }

  @Test
  void letsNobodyInByALinkOfAnotherBrowserAndWritesNoCodeDown() throws IOException {
    try (BrowserContext attacker = Chromium.browser().newContext();
        BrowserContext victim = Chromium.browser().newContext()) {
      String link = caught(attacker, "attacker@newcomers.example");
      Page page = victim.newPage();

      assertThat(page.navigate(link).status()).isEqualTo(400);

      assertThat(page.locator("h1").innerText()).isEqualTo("Not signed in");
      assertClean(page);
      assertThat(victim.cookies()).noneMatch(cookie -> cookie.name.equals("__Host-session"));
      page.navigate(product.page("/console/leads"));
      assertThat(page.url()).contains("/console/sign-in?to=");

      Page own = attacker.newPage();
      own.navigate(link);
      own.getByText("Sign out").waitFor();
      assertThat(own.navigate(link).status()).as("a second time").isEqualTo(400);

      String query = URI.create(link).getRawQuery();
      assertThat(Files.readString(product.log()))
          .contains("signed in")
          .doesNotContain(value(query, "code"))
          .doesNotContain(value(query, "state"));
    }
  }

  @Test
  void saysSoWhenTheProviderDoesNotLetSomebodyIn() {
    try (BrowserContext context = Chromium.browser().newContext()) {
      Page page = atTheProvider(context, "/console/leads");
      page.getByText("No, I do not want this").click();
      page.getByText("The provider has not told us who you are.").waitFor();

      page.getByText("Go back").click();
      fault("wrong-nonce", true);
      goOn(page);
      say(page, "newcomer@newcomers.example");
      page.getByText("What the provider says cannot be trusted.").waitFor();
    } finally {
      fault("wrong-nonce", false);
    }
  }

  @Test
  void offersToBeWhoeverIsSeeded() throws IOException {
    Path seeds =
        RunningProduct.root()
            .resolve(
                "shared/platform-store/src/main/resources/db/local/platform/R__seed_users.sql");
    List<String> people =
        MAIL.matcher(Files.readString(seeds)).results().map(found -> found.group()).toList();
    try (BrowserContext context = Chromium.browser().newContext()) {
      Page page = atTheProvider(context, "/console/leads");

      assertThat(page.locator("button[name=email]").allInnerTexts())
          .hasSameSizeAs(people)
          .allMatch(text -> people.stream().anyMatch(text::endsWith));
    }
  }

  /// On a busy machine the account's function may take longer to start than the page waits for it.
  private static void awaitInMain(Page page, String text) {
    SharedProduct.await(
        text,
        () -> {
          page.reload();
          return page.locator("main").innerText().contains(text);
        });
  }

  private static Page atTheProvider(BrowserContext context, String to) {
    Page page = context.newPage();
    page.setDefaultTimeout((double) PATIENCE.toMillis());
    page.navigate(product.page("/console/sign-in?to=" + to));
    goOn(page);
    return page;
  }

  /// The page shows the button once the function that knows of providers has started.
  private static void goOn(Page page) {
    SharedProduct.await(
        "the button of the provider",
        () -> {
          page.reload();
          return page.getByText(BUTTON).count() > 0;
        });
    page.getByText(BUTTON).click();
    page.waitForURL("http://localhost:*/authorize**");
  }

  private static void say(Page page, String email) {
    page.getByLabel("Somebody else, by mail address").fill(email);
    page.getByText("Go on").click();
  }

  /// Where the provider sends this browser back to, without its going there.
  private static String caught(BrowserContext context, String email) {
    Page page = atTheProvider(context, "/console/leads");
    return post("/authorize", URI.create(page.url()).getRawQuery() + "&email=" + email)
        .headers()
        .firstValue("Location")
        .orElseThrow();
  }

  private static String value(String query, String field) {
    return query.replaceAll(".*(^|&)" + field + "=([^&]*).*", "$2");
  }

  private static void assertClean(Page page) {
    assertThat(
            new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                .analyze()
                .getViolations())
        .extracting(Rule::getId)
        .isEmpty();
  }

  private static void fault(String fault, boolean on) {
    int status = post("/control/faults", "fault=" + fault + "&on=" + on).statusCode();
    assertThat(status).isEqualTo(200);
  }

  private static HttpResponse<Void> post(String path, String form) {
    HttpRequest request =
        HttpRequest.newBuilder(product.running().provider().resolve(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, BodyHandlers.discarding());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
