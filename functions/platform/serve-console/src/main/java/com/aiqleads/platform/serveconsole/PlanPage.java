package com.aiqleads.platform.serveconsole;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The plan of the team, those that it can have, and what it was billed.
///
/// @param paid what it pays for and until when; not said if there is nothing
/// @param next what comes then, if not the same again
/// @param resumable whether there is something to take back, or a pause to end
/// @param overdue what is not paid, and what comes of it
/// @param parked why nothing is billed or changed
/// @param preview what the plan that somebody looks at would cost
/// @param mayChange whether the viewer manages the team
public record PlanPage(
    String plan,
    @Nullable String paid,
    @Nullable String next,
    boolean pausable,
    boolean resumable,
    @Nullable String overdue,
    @Nullable String parked,
    String purchased,
    List<Offer> offers,
    @Nullable Preview preview,
    List<Invoice> invoices,
    @Nullable String older,
    boolean mayChange,
    List<String> refusals) {

  /// One plan.
  public record Offer(String name, String price, String credits, String limits, boolean isPaid) {

    public String label() {
      return Words.sentence(name);
    }
  }

  /// What choosing a plan would lead to.
  ///
  /// @param possible whether it can be chosen now
  public record Preview(String name, String what, boolean possible) {

    public String label() {
      return Words.sentence(name);
    }
  }

  /// One line of the list of invoices.
  public record Invoice(
      String id, String number, String at, String what, String total, String state) {}

  public PlanPage {
    offers = List.copyOf(offers);
    invoices = List.copyOf(invoices);
    refusals = List.copyOf(refusals);
  }
}
