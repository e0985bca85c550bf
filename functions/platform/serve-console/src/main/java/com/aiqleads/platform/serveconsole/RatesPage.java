package com.aiqleads.platform.serveconsole;

import java.util.List;

/// How much of what was sold came back.
public record RatesPage(List<Table> tables) {

  /// By what it is counted.
  public record Table(String id, String title, List<Row> rows) {

    public Table {
      rows = List.copyOf(rows);
    }
  }

  /// One of them.
  ///
  /// @param share of what was sold, in words
  /// @param isTooMuch whether to stop buying from that source: buyers elsewhere do above the same
  ///     share
  public record Row(
      String of, long sold, long returned, long recalled, String share, boolean isTooMuch) {

    /// In hundredths of what was sold.
    static final int MOST_OF_A_SOURCE = 12;

    /// Fewer sales say nothing.
    static final int FEW = 25;

    static boolean isTooMuch(String kind, long sold, long returned) {
      return kind.equals("source") && sold >= FEW && 100 * returned > MOST_OF_A_SOURCE * sold;
    }
  }

  public RatesPage {
    tables = List.copyOf(tables);
  }
}
