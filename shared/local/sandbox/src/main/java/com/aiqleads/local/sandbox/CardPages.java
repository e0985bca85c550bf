package com.aiqleads.local.sandbox;

import java.math.BigDecimal;
import java.util.Locale;

/// The processor's own pages, where people type their cards.
final class CardPages {

  private static final int CENTS = 2;

  private CardPages() {}

  static Answer form(CardPayment payment) {
    String tried = payment.now().tried();
    String refusal =
        tried == null
            ? ""
            : "<p role=\"alert\">The card was refused: " + Html.escaped(tried) + ".</p>";
    return page(
        "Pay " + amount(payment),
        "<p>"
            + Html.escaped(payment.product())
            + "</p>"
            + refusal
            + "<form method=\"post\" action=\"/stripe/pay/"
            + payment.session()
            + "\"><label>Card number <input name=\"card\" inputmode=\"numeric\""
            + " autocomplete=\"cc-number\" required value=\"4242 4242 4242 4242\"></label>"
            + "<button>Pay "
            + amount(payment)
            + "</button></form>"
            + "<p>Nothing is charged here. 4242 4242 4242 4242 pays; 4000 0000 0000 0002 is"
            + " declined; 4000 0025 0000 3155 asks the bank; 4000 0000 0000 0259 is disputed.</p>"
            + "<p><a href=\""
            + Html.escaped(payment.form().getOrDefault("cancel_url", "/"))
            + "\">Back</a></p>");
  }

  static Answer saving(SavedCard card) {
    return page(
        "Save a card",
        "<p>Nothing is charged now.</p><form method=\"post\" action=\""
            + CardDrawer.PAGES
            + card.session()
            + "\"><label>Card number <input name=\"card\" inputmode=\"numeric\""
            + " autocomplete=\"cc-number\" required value=\"4242 4242 4242 4242\"></label>"
            + "<button>Save</button></form>"
            + "<p>4242 4242 4242 4242 pays later; 4000 0000 0000 0341 is declined then; 4000 0027"
            + " 6000 3184 asks for its owner each time.</p>"
            + "<p><a href=\""
            + Html.escaped(card.form().getOrDefault("cancel_url", "/"))
            + "\">Back</a></p>");
  }

  static Answer question(CardPayment payment) {
    return page(
        "Your bank asks",
        "<form method=\"post\" action=\"/stripe/pay/"
            + payment.session()
            + "/3ds\"><p>Do you pay "
            + amount(payment)
            + "?</p><button name=\"answer\" value=\"yes\">Yes</button>"
            + "<button name=\"answer\" value=\"no\">No</button></form>");
  }

  static Answer over(CardPayment payment) {
    return page("Nothing to pay", "<p>This page is over: " + payment.now().status() + ".</p>");
  }

  private static String amount(CardPayment payment) {
    return payment.currency().toUpperCase(Locale.ROOT)
        + " "
        + BigDecimal.valueOf(payment.cents(), CENTS);
  }

  private static Answer page(String title, String content) {
    return Answer.html(
        "<!doctype html><html lang=\"en\"><head><title>"
            + title
            + "</title><meta name=\"viewport\" content=\"width=device-width\"></head><body><main>"
            + "<h1>"
            + title
            + "</h1>"
            + content
            + "</main></body></html>");
  }
}
