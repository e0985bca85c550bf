package com.aiqleads.marketplace.managewallet;

import com.aiqleads.marketplace.wallet.Movement;
import com.aiqleads.marketplace.wallet.Statement;
import java.util.ArrayList;
import java.util.List;

/// The same as the CSV, to be read by people.
final class StatementPdf {

  private static final String LINE = "%-19s  %-13s %14s %14s  %s";
  private static final int NOTE = 38;

  private StatementPdf() {}

  static byte[] of(Statement statement) {
    List<String> lines = new ArrayList<>();
    String currency = statement.opening().currency().getCurrencyCode();
    lines.add("All amounts in " + currency + ", all times UTC.");
    lines.add("");
    lines.add(LINE.formatted("Time", "What", "Amount", "Balance", "Note").strip());
    lines.add(line("", "opening", "", Cells.amount(statement.opening()), ""));
    statement.movements().forEach(movement -> lines.add(line(movement)));
    lines.add(line("", "closing", "", Cells.amount(statement.closing()), ""));
    return PdfText.of(
        "AIQLeads statement from %s to %s".formatted(statement.from(), statement.until()), lines);
  }

  private static String line(Movement movement) {
    return line(
        Cells.time(movement),
        Cells.kind(movement),
        Cells.amount(movement.amount()),
        Cells.amount(movement.balance()),
        movement.note());
  }

  private static String line(String time, String kind, String amount, String balance, String note) {
    String fits = note.length() <= NOTE ? note : note.substring(0, NOTE - 3) + "...";
    return LINE.formatted(time, kind, amount, balance, fits).stripTrailing();
  }
}
