package com.aiqleads.platform.serveconsole;

import java.util.List;

/// A receipt, a credit note or an invoice, as somebody prints it.
///
/// @param back the list that it is of, and what that is called
public record PaperPage(
    String title,
    List<Fact> facts,
    List<Line> lines,
    String net,
    String tax,
    String taxLabel,
    String total,
    Frame.Entry back) {

  /// Something about the whole paper.
  public record Fact(String name, String value) {}

  /// What it is for, each with its sum.
  public record Line(String what, String amount) {}

  public PaperPage {
    facts = List.copyOf(facts);
    lines = List.copyOf(lines);
  }
}
