package com.aiqleads.acquisition.proposing;

import com.aiqleads.acquisition.ListedReason;

/// What the rules say of a proposal.
public enum ProposalVerdict implements ListedReason {
  CONFIRMED("Every word of it stands in the advertisement, and our rules can read it."),
  INVENTED("Something of it does not stand in the advertisement."),
  CONTRADICTED("The page says otherwise in another place."),
  ELSEWHERE("The advertisement names that address as a place nearby."),
  NO_ADDRESS("Our rules cannot read it as the address of a home."),
  FACT_LOST("A number or a negation of the advertisement is missing."),
  SHORTENED("More than half of the advertisement is missing."),
  NAMES_PEOPLE("It has a word for who lives or should live there."),
  SHOWS_CONTACT("It has a phone number or a mail address.");

  private final String text;

  ProposalVerdict(String text) {
    this.text = text;
  }

  @Override
  public String text() {
    return text;
  }
}
