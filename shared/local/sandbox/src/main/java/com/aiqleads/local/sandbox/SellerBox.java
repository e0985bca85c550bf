package com.aiqleads.local.sandbox;

/// The box with the seller's contact.
final class SellerBox {

  private static final int SECOND_PHONE_EVERY = 9;
  private static final int MAIL_AS_PHONE_EVERY = 41;

  private SellerBox() {}

  static String of(Home home, String mailLabel) {
    return "<div id=\"sellerModal\" class=\"modal\"><div class=\"modal-body\">\n"
        + (home.flaw() == Flaw.NO_CONTACT ? pair("Contact:", "Owner") : contact(home, mailLabel))
        + "</div></div>\n";
  }

  private static String contact(Home home, String mailLabel) {
    Owner owner = home.owner();
    if (home.number() % MAIL_AS_PHONE_EVERY == 0) {
      return pair("Contact:", owner.name()) + pair("Phone:", owner.email());
    }
    return pair("Contact:", owner.name())
        + pair("Phone:", owner.phoneAs(home.number()))
        + (home.number() % SECOND_PHONE_EVERY == 0 ? pair("Phone:", secondPhone(owner)) : "")
        + pair(mailLabel, owner.email());
  }

  private static String secondPhone(Owner owner) {
    String reversed = new StringBuilder(owner.phone().substring(6)).reverse().toString();
    return new Owner(owner.name(), owner.phone().substring(0, 6) + reversed, "").phoneAs(1);
  }

  private static String pair(String label, String value) {
    return "<div class=\"label\">%s</div><div class=\"value\">%s</div>\n"
        .formatted(label, Html.escaped(value));
  }
}
