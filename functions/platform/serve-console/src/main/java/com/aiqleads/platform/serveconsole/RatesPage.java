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

  /// One of them; the share of what was sold, in words.
  public record Row(String of, long sold, long returned, long recalled, String share) {}

  public RatesPage {
    tables = List.copyOf(tables);
  }
}
