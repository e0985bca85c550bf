package com.aiqleads.marketplace.managedeliveries;

import com.aiqleads.kernel.Email;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.Phone;
import com.aiqleads.marketplace.Address;
import com.aiqleads.marketplace.Contact;
import com.aiqleads.marketplace.Property;
import com.aiqleads.marketplace.ShownLead;
import com.aiqleads.marketplace.orders.BoughtLead;
import com.aiqleads.marketplace.orders.Order;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A bought lead as a line of RFC 4180: with its seller, while that may be contacted and the team
/// has the lead.
final class BoughtLine {

  static final String HEAD =
      "bought (UTC),order,lead,mode,price,currency,state,headline,seller,phones,emails,street,unit,"
          + "city,state of the home,zip,asking price,type,bedrooms,bathrooms,living area (sqft),"
          + "lot (sqft),built,source,advertisement\r\n";

  /// What a spreadsheet takes for the beginning of a formula, also as wide as East Asian signs are.
  private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

  private static final int OF_THE_SELLER = 17;

  private BoughtLine() {}

  /// @param shown nothing, or no more than everybody sees, if it was given back
  static String of(Order order, BoughtLead lead, Optional<ShownLead> shown) {
    String state =
        switch (shown.orElse(null)) {
          case ShownLead.Owned _ -> "yours";
          case ShownLead.Withheld _ -> "withheld";
          case ShownLead.Preview _ -> "given back";
          case null -> "given back";
        };
    Stream<String> sale =
        Stream.of(
            TIME.format(order.at()),
            order.id().text(),
            lead.lead().text(),
            lead.mode().text(),
            amount(lead.price()),
            lead.price().currency().getCurrencyCode(),
            state,
            lead.headline());
    return Stream.concat(sale, seller(shown))
        .map(BoughtLine::cell)
        .collect(Collectors.joining(",", "", "\r\n"));
  }

  private static Stream<String> seller(Optional<ShownLead> shown) {
    return shown
        .filter(ShownLead.Owned.class::isInstance)
        .map(ShownLead.Owned.class::cast)
        .map(BoughtLine::owned)
        .orElseGet(() -> Stream.generate(() -> "").limit(OF_THE_SELLER));
  }

  private static Stream<String> owned(ShownLead.Owned lead) {
    Contact contact = lead.contact();
    Address address = lead.address();
    Property home = lead.card().property();
    return Stream.of(
        text(contact.name()),
        together(contact.phones().stream().map(Phone::e164).toList()),
        together(contact.emails().stream().map(Email::address).toList()),
        address.street(),
        text(address.unit()),
        address.city(),
        address.state(),
        address.zip(),
        lead.card().askingPrice() == null ? "" : amount(lead.card().askingPrice()),
        home.type(),
        text(home.bedrooms()),
        text(home.bathrooms()),
        text(home.livingAreaSqft()),
        text(home.lotSizeSqft()),
        text(home.yearBuilt()),
        lead.advertisement().source(),
        lead.advertisement().url());
  }

  private static String together(List<String> texts) {
    return String.join(" / ", texts);
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  /// Without a sign of the currency: spreadsheets are to add it up.
  private static String amount(Money money) {
    return BigDecimal.valueOf(money.minorUnits(), money.currency().getDefaultFractionDigits())
        .toPlainString();
  }

  /// Quoted; and with an apostrophe, so that no spreadsheet computes what somebody has written.
  static String cell(String text) {
    boolean isFormula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
    return '"' + (isFormula ? "'" : "") + text.replace("\"", "\"\"") + '"';
  }
}
