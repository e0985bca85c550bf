package com.aiqleads.acquisition.proposing;

import com.aiqleads.acquisition.Listing;
import java.util.ArrayList;
import java.util.List;

/// What an advertisement says in words, contacts and street taken out.
///
/// @param description empty if there is none
public record Wording(String title, String description) {

  /// A model is asked about no more.
  private static final int MAX_TITLE = 300;

  private static final int MAX_DESCRIPTION = 5_000;

  /// What is longer is not asked about: of half a text nobody could say that nothing is lost.
  public static Wording of(Listing listing) {
    String said = listing.description() == null ? "" : listing.description();
    return new Wording(
        listing.title().length() > MAX_TITLE ? "" : listing.title(),
        said.length() > MAX_DESCRIPTION ? "" : said);
  }

  public boolean isEmpty() {
    return title.isBlank() && description.isBlank();
  }

  /// What somebody proposes instead, judged; empty if nobody is asked or answers.
  public List<Proposal> proposals(ProposeWording propose) {
    return isEmpty() ? List.of() : propose.propose(this).map(this::judged).orElse(List.of());
  }

  /// What a model makes of it, judged; nothing for what it left as it was.
  public List<Proposal> judged(Proposed<Wording> proposed) {
    List<Proposal> proposals = new ArrayList<>();
    Wording other = proposed.value();
    add(proposals, ProposedField.TITLE, title, other.title, proposed.model());
    add(proposals, ProposedField.DESCRIPTION, description, other.description, proposed.model());
    return proposals;
  }

  private static void add(
      List<Proposal> proposals, ProposedField field, String said, String other, String model) {
    if (!said.isBlank() && !other.isBlank() && !other.strip().equals(said.strip())) {
      proposals.add(new Proposal(field, other, model, WordingCheck.verdict(said, other)));
    }
  }

  @Override
  public String toString() {
    return "%d and %d characters".formatted(title.length(), description.length());
  }
}
