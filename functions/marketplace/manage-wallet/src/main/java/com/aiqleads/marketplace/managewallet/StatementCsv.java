package com.aiqleads.marketplace.managewallet;

import com.aiqleads.marketplace.wallet.Movement;
import com.aiqleads.marketplace.wallet.Statement;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// RFC 4180, in UTF-8.
final class StatementCsv {

  private static final String HEAD = "number,time (UTC),what,amount,balance,currency,note";

  /// What a spreadsheet takes for the beginning of a formula, also as wide as East Asian signs are.
  private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

  private StatementCsv() {}

  static byte[] of(Statement statement) {
    return Stream.concat(Stream.of(HEAD), statement.movements().stream().map(StatementCsv::line))
        .collect(Collectors.joining("\r\n", "", "\r\n"))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String line(Movement movement) {
    return String.join(
        ",",
        Long.toString(movement.number()),
        Cells.time(movement),
        Cells.kind(movement),
        Cells.amount(movement.amount()),
        Cells.amount(movement.balance()),
        movement.amount().currency().getCurrencyCode(),
        text(movement.note()));
  }

  /// Quoted; and with an apostrophe, so that no spreadsheet computes what somebody has written.
  private static String text(String written) {
    boolean isFormula = !written.isEmpty() && FORMULA.indexOf(written.charAt(0)) >= 0;
    return '"' + (isFormula ? "'" : "") + written.replace("\"", "\"\"") + '"';
  }
}
