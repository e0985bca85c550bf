package com.aiqleads.marketplace.managewallet;

import com.aiqleads.kernel.Money;
import com.aiqleads.marketplace.wallet.Movement;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// What a statement says of a movement, as people and spreadsheets read it.
final class Cells {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

  private Cells() {}

  static String time(Movement movement) {
    return TIME.format(movement.at());
  }

  static String kind(Movement movement) {
    return movement.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /// Without a sign of the currency: spreadsheets are to add it up.
  static String amount(Money money) {
    return BigDecimal.valueOf(money.minorUnits(), money.currency().getDefaultFractionDigits())
        .toPlainString();
  }
}
