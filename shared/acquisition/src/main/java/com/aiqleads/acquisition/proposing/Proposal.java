package com.aiqleads.acquisition.proposing;

/// What was proposed for a field of an advertisement, and what became of it: kept with the lineage.
/// Personal: its text form hides the value.
public record Proposal(ProposedField field, String value, String model, ProposalVerdict verdict) {

  public boolean isConfirmed() {
    return verdict == ProposalVerdict.CONFIRMED;
  }

  @Override
  public String toString() {
    return field.id() + " by " + model + ": " + verdict.code();
  }
}
