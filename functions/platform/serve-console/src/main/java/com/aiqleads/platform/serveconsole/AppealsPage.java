package com.aiqleads.platform.serveconsole;

import java.util.List;

/// Returns that a person has to look at.
public record AppealsPage(List<Case> cases, List<String> refusals) {

  /// One of them.
  ///
  /// @param because what the facts said
  /// @param percent what was filled in when it was refused
  /// @param note likewise
  public record Case(
      String id,
      String headline,
      String team,
      String at,
      String reason,
      String paid,
      String credited,
      List<String> because,
      String evidence,
      String appeal,
      String percent,
      String note) {

    public Case {
      because = List.copyOf(because);
    }
  }

  public AppealsPage {
    cases = List.copyOf(cases);
    refusals = List.copyOf(refusals);
  }
}
