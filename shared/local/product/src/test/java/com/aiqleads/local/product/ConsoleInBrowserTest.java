package com.aiqleads.local.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.platform.Totp;
import com.aiqleads.platform.TotpSecret;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ViewportSize;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/// The console as its users meet it, in a real Chromium.
@ExtendWith(ChromiumFound.class)
@ResourceLock(Chromium.LOCK)
@ResourceLock(value = SharedProduct.LEADS, mode = ResourceAccessMode.READ)
@Order(3)
class ConsoleInBrowserTest {

  @RegisterExtension static final SharedProduct product = new SharedProduct();

  /// Of the seeded admin, who is one for all tests.
  private static final Queue<String> RECOVERY_CODES = new ArrayDeque<>();

  /// Whoever comes first waits for functions that start, beside other tests that do the same.
  private static final int FIRST_PAGE_MILLIS = 120_000;

  private static final int TELEPHONE_WIDTH_PX = 390;
  private static final int TELEPHONE_HEIGHT_PX = 844;
  private static final Path SCREENSHOTS = Path.of("target", "screenshots");

  @Test
  void signsInByKeyboardAloneAndFindsALead() {
    try (BrowserContext context = Chromium.browser().newContext()) {
      Page page = context.newPage();
      page.navigate(product.page("/console/leads"));
      page.getByLabel("E-mail address").focus();

      page.keyboard().type(SharedProduct.BUYER);
      page.keyboard().press("Tab");
      page.keyboard().type(product.password());
      page.keyboard().press("Enter");

      page.waitForURL("**/console/leads");
      product.awaitLeads();
      page.reload();
      Locator first = page.locator(".leads h2 a").first();
      String title = first.innerText();
      first.focus();
      page.keyboard().press("Enter");
      page.waitForURL("**/console/leads/lead_*");
      assertThat(page.locator("h1").innerText()).isEqualTo(title);
      assertThat(page.locator("#price").innerText()).contains("$");
      assertThat(page.locator("section[aria-labelledby=price] li").count()).isPositive();
      assertThat(page.locator("section[aria-labelledby=quality] li").count()).isPositive();
    }
  }

  @Test
  void drawsTheMapOfTheLeadsFound() {
    product.awaitLeads();
    try (BrowserContext context = Chromium.browser().newContext()) {
      Page page = signedIn(context, SharedProduct.BUYER);
      List<String> complaints = new ArrayList<>();
      page.onConsoleMessage(message -> complaints.add(message.type() + ": " + message.text()));
      page.onPageError(complaints::add);

      page.navigate(product.page("/console/leads"));

      page.locator("#map[data-drawn=true]").waitFor();
      assertThat(colours(page)).as("colours on the canvas").isGreaterThan(2);
      assertThat(complaints)
          .filteredOn(complaint -> !complaint.contains("GPU stall"))
          .as("policy violations and errors")
          .isEmpty();
      page.screenshot(shot("leads"));
    }
  }

  @Test
  void narrowsTheListByAFacet() {
    product.awaitAllLeads();
    try (BrowserContext context = Chromium.browser().newContext()) {
      Page page = signedIn(context, SharedProduct.BUYER);
      page.navigate(product.page("/console/leads"));
      Locator option = page.locator(".facets .option:has(.count)").first();
      String count = option.locator(".count").innerText();

      option.locator("input").check();
      page.getByText("Search", new Page.GetByTextOptions().setExact(true)).click();

      assertThat(page.locator(".summary strong").innerText().replace(",", "")).isEqualTo(count);
    }
  }

  /// A form as long as the list would stand between a telephone's reader and the list.
  @Test
  void foldsTheSearchFormOnATelephoneOnly() {
    product.awaitLeads();
    try (BrowserContext context = Chromium.browser().newContext()) {
      Page page = signedIn(context, SharedProduct.BUYER);
      page.navigate(product.page("/console/leads"));
      assertThat(page.getByLabel("Words").isVisible()).isTrue();
      assertThat(page.getByText("Filters").isVisible()).isFalse();

      page.setViewportSize(TELEPHONE_WIDTH_PX, TELEPHONE_HEIGHT_PX);
      assertThat(page.getByLabel("Words").isVisible()).isFalse();
      page.getByText("Filters").click();
      page.getByLabel("Words").fill("pool");
      page.getByLabel("Words").press("Enter");

      page.waitForURL("**/console/leads?*q=pool*");
    }
  }

  @Test
  void worksWithoutJavaScriptButForTheMap() {
    product.awaitLeads();
    Browser.NewContextOptions noScript =
        new Browser.NewContextOptions().setJavaScriptEnabled(false);
    try (BrowserContext context = Chromium.browser().newContext(noScript)) {
      Page page = signedIn(context, SharedProduct.BUYER);

      page.navigate(product.page("/console/leads?sort=price"));

      assertThat(page.locator(".leads li").count()).isPositive();
      assertThat(page.locator("#map").innerText()).contains("needs JavaScript");
      page.locator(".pager a[rel=next]").click();
      assertThat(page.locator(".leads li").count()).isPositive();
    }
  }

  @Test
  void keepsOperationsFromBuyers() {
    try (BrowserContext context = Chromium.browser().newContext()) {
      Page page = signedIn(context, SharedProduct.BUYER);

      assertThat(page.navigate(product.page("/console/operations")).status()).isEqualTo(403);
      assertThat(page.locator("nav").innerText()).doesNotContain("Operations");
    }
  }

  /// With the mouse, from the list to the seller's phone number.
  @Test
  @ResourceLock(SharedProduct.CART)
  void buysALead() {
    product.awaitAllLeads();
    try (BrowserContext context = Chromium.browser().newContext()) {
      Page page = signedIn(context, SharedProduct.BUYER);
      page.navigate(product.page("/console/leads?sort=price"));
      page.locator(".leads h2 a").first().click();
      String title = page.locator("h1").innerText();
      assertThat(page.locator("section[aria-labelledby=seller]").innerText())
          .contains("come with the purchase");
      page.screenshot(shot("lead to buy"));

      page.getByText(Pattern.compile("Hold it for")).click();
      page.waitForURL("**/console/cart");
      assertThat(page.locator("[data-seconds-left]").first().innerText()).endsWith("left");
      assertThat(page.locator("main").innerText()).contains(title);
      assertClean(page, "cart");

      page.getByText(Pattern.compile("Buy for")).click();
      page.waitForURL("**/console/purchases");
      assertClean(page, "purchases");
      page.getByText(title).first().click();
      assertThat(page.locator("section[aria-labelledby=seller] dt").allInnerTexts())
          .contains("Address", "Advertisement");
      assertClean(page, "bought lead");
      page.navigate(product.page("/console/wallet"));
      assertThat(page.locator("main").innerText()).contains("Purchase", "To try things out");
      assertClean(page, "wallet");
    }
  }

  /// With a card that the bank wants to know more of, on the processor's own page.
  @Test
  void topsTheWalletUpByCard() {
    product.awaitLeads();
    try (BrowserContext context = Chromium.browser().newContext()) {
      Page page = signedIn(context, SharedProduct.BUYER);
      // A function starts when it is first asked, and the console does not wait for ever.
      product.api().as(SharedProduct.BUYER).json("/top-ups");
      page.navigate(product.page("/console/wallet"));
      page.getByLabel("Dollars, 5 to 10,000").fill("75.50");
      page.screenshot(shot("top-up form"));
      page.getByText("Go on to the payment").click();
      page.waitForURL("**/console/wallet/top-ups/**");
      assertClean(page, "top-up");
      page.screenshot(shot("top-up"));

      page.getByText("Pay $75.50 by card").click();
      page.waitForURL("**/stripe/pay/**");
      page.getByLabel("Card number").fill("4000 0000 0000 0002");
      page.getByRole(AriaRole.BUTTON).click();
      assertThat(page.locator("main").innerText()).contains("card_declined");
      page.getByLabel("Card number").fill("4000 0025 0000 3155");
      page.getByRole(AriaRole.BUTTON).click();
      page.getByText("Yes").click();
      page.waitForURL("**/console/wallet/top-ups/**");
      page.waitForCondition(
          () -> {
            page.reload();
            return page.locator("main").innerText().contains("It is in your team's wallet.");
          });

      page.navigate(product.page("/console/wallet"));
      assertThat(page.locator("main").innerText()).contains("Top up: By card", "$75.50");
      assertClean(page, "wallet");
    }
  }

  /// On a phone. Of a team that has enough nothing is taken.
  @Test
  void savesACardAndLetsTheWalletFillItself() {
    product.awaitLeads();
    product.api().as(SharedProduct.BUYER).json("/top-ups");
    try (BrowserContext context = Chromium.browser().newContext()) {
      Page page = signedIn(context, SharedProduct.BUYER);
      page.setViewportSize(TELEPHONE_WIDTH_PX, TELEPHONE_HEIGHT_PX);
      page.navigate(product.page("/console/wallet"));
      page.getByLabel("I agree that the card is kept").check();
      page.getByText("Save a card").click();
      page.getByText("Type the card on a page of Stripe").click();
      page.waitForURL("**/stripe/save/**");
      page.getByRole(AriaRole.BUTTON).click();
      page.waitForURL("**/console/wallet**");
      assertThat(page.locator("main").innerText()).contains("Visa ending in 4242");

      page.getByLabel("When less is left than").fill("1");
      page.getByLabel("I agree that the card is charged").check();
      page.getByText("Switch it on").click();
      assertThat(page.locator("main").innerText()).contains("It is on: with less than $1");
      assertClean(page, "wallet with a card");
      page.screenshot(shot("wallet with a card"));
      page.getByText("Switch it off").click();
      page.getByText("Remove the card").click();
      assertThat(page.locator("main").innerText()).contains("There is no saved card.");
    }
  }

  @Test
  void hasNoBarrierThatAxeKnows() {
    product.awaitLeads();
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      Browser.NewContextOptions colours = new Browser.NewContextOptions().setColorScheme(scheme);
      try (BrowserContext context = Chromium.browser().newContext(colours)) {
        Page page = context.newPage();
        for (String path :
            List.of(
                "/console/sign-in",
                "/console/register",
                "/console/forgot-password",
                "/console/reset-password#token=x")) {
          page.navigate(product.page(path));
          assertClean(page, path + " " + scheme);
        }
        signInAsAdmin(page, scheme);
        for (String path :
            List.of(
                "/console/leads",
                "/console/cart",
                "/console/purchases",
                "/console/exclusivity",
                "/console/deliveries",
                "/console/standing-orders",
                "/console/standing-orders/new?q=pool&city=Miami%20FL",
                "/console/wallet",
                "/console/plan",
                "/console/receipts",
                "/console/returns",
                "/console/appeals",
                "/console/return-rates",
                "/console/books",
                "/console/sales",
                "/console/refunds",
                "/console/price-book",
                "/console/operations",
                "/console/sources",
                "/console/source-health",
                "/console/account",
                "/console/account/keys",
                "/console/team",
                "/console/join#token=x",
                "/console/confirm-email#token=x",
                "/console/confirm-delivery#token=x",
                "/console/stop-delivery#token=x",
                "/docs",
                "/console/leads/nothing")) {
          page.navigate(product.page(path));
          assertClean(page, path + " " + scheme);
        }
        page.navigate(product.page("/console/leads"));
        page.locator(".leads h2 a").first().click();
        assertClean(page, "lead " + scheme);
        page.setViewportSize(TELEPHONE_WIDTH_PX, TELEPHONE_HEIGHT_PX);
        page.navigate(product.page("/console/sources"));
        page.locator("main details").evaluateAll("all => all.forEach(one => one.open = true)");
        assertClean(page, "forms of sources on a telephone " + scheme);
        assertThat(page.evaluate("document.documentElement.scrollWidth"))
            .isEqualTo(TELEPHONE_WIDTH_PX);
        for (String path : List.of("/console/sales", "/console/refunds")) {
          page.navigate(product.page(path));
          assertThat(page.evaluate("document.documentElement.scrollWidth"))
              .isEqualTo(TELEPHONE_WIDTH_PX);
          assertClean(page, path + " on a telephone " + scheme);
        }
        unfoldsByKeyboard(page);
        assertClean(page, "navigation on a telephone " + scheme);
        unfoldsWithoutJavaScript(context.storageState());
      }
    }
  }

  /// An admin has more links than a row holds. One heading is open at a time.
  private static void unfoldsByKeyboard(Page page) {
    Locator refunds = page.locator("nav a[href='/console/refunds']");
    Locator money = page.locator("nav summary:has-text('Money')");
    assertThat(money.getAttribute("aria-current")).isEqualTo("true");
    assertThat(refunds.isVisible()).isFalse();

    page.locator("nav summary").first().focus();
    page.keyboard().press("Enter");
    assertThat(page.locator("nav a[href='/console/leads']").isVisible()).isTrue();
    money.focus();
    page.keyboard().press("Space");

    assertThat(refunds.isVisible()).isTrue();
    assertThat(page.locator("nav a[href='/console/leads']").isVisible()).isFalse();
    page.keyboard().press("Tab");
    assertThat(page.locator("nav a:focus").getAttribute("href")).isEqualTo("/console/sales");
    assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(TELEPHONE_WIDTH_PX);
  }

  private static void unfoldsWithoutJavaScript(String signedIn) {
    Browser.NewContextOptions noScript =
        new Browser.NewContextOptions().setJavaScriptEnabled(false).setStorageState(signedIn);
    try (BrowserContext context = Chromium.browser().newContext(noScript)) {
      Page page = context.newPage();
      page.navigate(product.page("/console/sales"));
      page.locator("nav summary:has-text('Money')").click();
      page.screenshot(shot("navigation of an admin"));
      page.locator("nav a[href='/console/refunds']").click();
      page.waitForURL("**/console/refunds");
      assertThat(page.locator("h1").innerText()).isEqualTo("Refunds");
    }
  }

  @Test
  @ResourceLock(SharedProduct.CART)
  void hasNoBarrierOnTheWayOfALeadThatAxeKnows() {
    product.awaitAllLeads();
    try (BrowserContext context = Chromium.browser().newContext()) {
      Page page = signedIn(context, SharedProduct.BUYER);
      // A function starts when it is first asked, and the console does not wait for ever.
      product.api().as(SharedProduct.BUYER).get("/card-orders/nothing");
      page.navigate(product.page("/console/deliveries"));
      page.locator("#address").fill("http://127.0.0.1:9/axe");
      button(page, "Add it").click();
      page.locator("#fresh").waitFor();
      assertCleanInBothColours(page, "delivery");
      Locator remove = button(page, "Remove http://127.0.0.1:9/axe");
      page.waitForResponse("**/console/deliveries", remove::click);

      page.navigate(product.page("/console/leads?sort=price"));
      page.locator(".leads h2 a").last().click();
      String title = page.locator("h1").innerText();
      button(page, "Hold it for $").click();
      page.waitForURL("**/console/cart");
      assertCleanInBothColours(page, "held");

      button(page, "Pay $").click();
      page.waitForURL("**/console/cart/payments/**");
      assertCleanInBothColours(page, "purchase by card");
      button(page, "Do not pay by card").click();
      page.getByText("Nothing was paid").waitFor();
      page.navigate(product.page("/console/cart"));
      page.waitForResponse("**/console/cart", button(page, "Let go: " + title)::click);
    }
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).first();
  }

  private static void assertCleanInBothColours(Page page, String where) {
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
      assertClean(page, where + " " + scheme);
    }
  }

  @Test
  void showsTheLetterThatSomebodyAskedFor() {
    try (BrowserContext context = Chromium.browser().newContext()) {
      Page page = context.newPage();
      page.navigate(product.page("/console/forgot-password"));
      page.getByLabel("E-mail address").fill("marketer@aiqleads.example");
      page.getByText("Send the letter").click();
      page.getByText("a letter with a link is on its way").waitFor();

      page.navigate(product.letterTo("marketer@aiqleads.example"));
      assertThat(page.getByLabel("Code of the letter").inputValue()).hasSize(43);
      assertThat(page.url()).as("nobody reads it over a shoulder").doesNotContain("token");
      page.getByLabel("New password").fill("eight blue lamps");
      page.getByText("Change the password").click();

      page.getByText("You are signed out everywhere").waitFor();
    }
  }

  @Test
  void keepsTheCodeOfALetterThroughASignIn() {
    String email = UUID.randomUUID() + "@newcomers.example";
    try (BrowserContext context = Chromium.browser().newContext()) {
      List<String> asked = new ArrayList<>();
      context.onRequest(request -> asked.add(request.url()));
      Page page = context.newPage();
      page.navigate(product.page("/console/register"));
      page.getByLabel("E-mail address").fill(email);
      page.getByLabel("Your name").fill("Nora");
      page.getByLabel("Password").fill(product.password());
      page.locator("main button.primary").click();
      page.waitForURL("**/console/sign-in*");

      String link = product.letterTo(email);
      page.navigate(link);
      page.getByLabel("E-mail address").fill(email);
      page.getByLabel("Password").fill(product.password());
      page.locator("main button.primary").click();
      page.waitForURL("**/console/confirm-email*");

      String code = link.replaceAll(".*#token=", "");
      assertThat(page.getByLabel("Code of the letter").inputValue()).isEqualTo(code);
      page.getByText("Confirm", new Page.GetByTextOptions().setExact(true)).click();
      page.waitForURL("**/console/account");
      page.getByText(email + " · confirmed").waitFor();
      assertThat(asked).filteredOn(url -> url.replaceAll("#.*", "").contains(code)).isEmpty();
    }
  }

  @Test
  void asksForTheCodeOfALetterWithoutJavaScript() {
    Browser.NewContextOptions noScript =
        new Browser.NewContextOptions().setJavaScriptEnabled(false);
    try (BrowserContext context = Chromium.browser().newContext(noScript)) {
      Page page = signedIn(context, SharedProduct.BUYER);

      page.navigate(product.page("/console/confirm-email#token=c0de"));
      page.getByLabel("Code of the letter").fill("of-nobody");
      page.getByText("Confirm", new Page.GetByTextOptions().setExact(true)).click();

      assertThat(page.locator("[role=alert]").innerText()).contains("Token");
    }
  }

  /// A token lasts 15 minutes, and a form may be open for longer.
  @Test
  void losesNoFormThatIsSentWhenTheTokenIsGone() {
    product.awaitLeads();
    // A function starts when it is first asked, and the console does not wait for ever.
    product.api().as(SharedProduct.BUYER).json("/top-ups");
    try (BrowserContext context = Chromium.browser().newContext()) {
      Page page = signedIn(context, SharedProduct.BUYER);
      page.navigate(product.page("/console/wallet"));
      page.getByLabel("Dollars, 5 to 10,000").fill("12.34");
      context.clearCookies(new BrowserContext.ClearCookiesOptions().setName("__Host-session"));

      page.getByText("Go on to the payment").click();

      page.waitForURL("**/console/wallet/top-ups/**");
      assertThat(page.locator("h1").innerText()).isEqualTo("Top-up of $12.34");
    }
  }

  @Test
  void asksAgainForASignInAfterSigningOut() {
    try (BrowserContext context = Chromium.browser().newContext()) {
      Page page = signedIn(context, SharedProduct.BUYER);

      page.getByText("Sign out").click();

      page.waitForURL("**/console/sign-in*");
      page.navigate(product.page("/console/leads"));
      assertThat(page.url()).contains("/console/sign-in?to=");
    }
  }

  private static void assertClean(Page page, String where) {
    List<String> violations =
        new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                .analyze()
                .getViolations()
                .stream()
                .map(ConsoleInBrowserTest::inWords)
                .toList();
    page.screenshot(shot(where.replaceAll("[^A-Za-z]+", "-")));
    assertThat(violations).as(where).isEmpty();
    ViewportSize size = page.viewportSize();
    for (int width : List.of(size.width, TELEPHONE_WIDTH_PX)) {
      page.setViewportSize(width, size.height);
      assertThat(sticksOut(page)).as(where + ", " + width + " wide").isEqualTo(List.of());
    }
    page.setViewportSize(size.width, size.height);
  }

  /// What is wider than its card, or than the page: nobody sees the end of it.
  private static Object sticksOut(Page page) {
    return page.evaluate(
        """
        () => [document.documentElement, ...document.querySelectorAll(".card, dd, td .inline")]
          .filter((box) => box.scrollWidth > box.clientWidth && getComputedStyle(box).display !== "inline")
          .map((box) => box.innerText.slice(0, 60))
        """);
  }

  private static String inWords(Rule rule) {
    return rule.getId() + ": " + rule.getHelp() + " " + rule.getNodes().getFirst().getHtml();
  }

  private static Page signedIn(BrowserContext context, String email) {
    Page page = context.newPage();
    page.setDefaultNavigationTimeout(FIRST_PAGE_MILLIS);
    page.navigate(product.page("/console/sign-in"));
    signIn(page, email);
    return page;
  }

  private static void signIn(Page page, String email) {
    enterPassword(page, email);
    page.waitForURL("**/console/leads*");
  }

  private static void enterPassword(Page page, String email) {
    page.navigate(product.page("/console/sign-in"));
    page.getByLabel("E-mail address").fill(email);
    page.getByLabel("Password").fill(product.password());
    page.locator("main button.primary").click();
  }

  /// Sets the second factor up the first time; later a recovery code is the second step.
  private static void signInAsAdmin(Page page, ColorScheme scheme) {
    enterPassword(page, SharedProduct.ADMIN);
    if (RECOVERY_CODES.isEmpty()) {
      page.waitForURL("**/console/account/second-factor");
      assertClean(page, "second factor " + scheme);
      page.getByText("Set it up").click();
      TotpSecret secret = new TotpSecret(page.locator("#secret").innerText());
      assertClean(page, "its secret " + scheme);
      page.getByLabel("Code that the app shows").fill(Totp.code(secret, Instant.now()));
      page.getByText("Use this app").click();
      page.locator("ul.codes").waitFor();
      RECOVERY_CODES.addAll(page.locator("ul.codes code").allInnerTexts());
      assertClean(page, "recovery codes " + scheme);
      page.getByText("Go on").click();
    } else {
      page.getByLabel("Code of your authenticator app").waitFor();
      assertClean(page, "second step " + scheme);
      page.getByLabel("Code of your authenticator app").fill(RECOVERY_CODES.remove());
      page.locator("main button.primary").click();
    }
    page.waitForURL("**/console/leads*");
  }

  private static Page.ScreenshotOptions shot(String name) {
    return new Page.ScreenshotOptions()
        .setPath(SCREENSHOTS.resolve(name + ".png"))
        .setFullPage(true);
  }

  private static int colours(Page page) {
    Object count =
        page.evaluate(
            """
            () => {
              const canvas = document.querySelector("#map canvas");
              const gl = canvas.getContext("webgl2") || canvas.getContext("webgl");
              const pixels = new Uint8Array(canvas.width * canvas.height * 4);
              gl.readPixels(0, 0, canvas.width, canvas.height, gl.RGBA, gl.UNSIGNED_BYTE, pixels);
              const seen = new Set();
              for (let i = 0; i < pixels.length; i += 4) {
                seen.add(pixels[i] << 16 | pixels[i + 1] << 8 | pixels[i + 2]);
              }
              return seen.size;
            }
            """);
    return ((Number) count).intValue();
  }
}
