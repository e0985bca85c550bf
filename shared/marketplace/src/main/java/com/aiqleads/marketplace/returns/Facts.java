package com.aiqleads.marketplace.returns;

import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// All that a decision is made of, kept with it: whoever decides again from the same facts comes to
/// the same. Nothing in it leads to a seller.
///
/// @param refunded how much was given back for the lead before
/// @param credited for which reasons
/// @param evidenceLength how much the buyer has written
/// @param passage nothing of what was decided before it was kept
public record Facts(
    Money paid,
    Money refunded,
    Instant soldAt,
    Instant askedAt,
    List<ReturnReason> credited,
    int evidenceLength,
    Ways ways,
    Listing listing,
    Twins twins,
    History history,
    Optional<Passage> passage) {

  public Facts {
    credited = List.copyOf(credited);
  }

  /// How the seller could be reached.
  ///
  /// @param known whether a contact is still kept
  /// @param bounce what the buyer's evidence says of the mail
  public record Ways(boolean known, List<LineType> phones, int emails, Bounce bounce) {

    public Ways {
      phones = List.copyOf(phones);
    }

    boolean hasPrivatePhone() {
      return phones.stream().anyMatch(LineType::isPrivate);
    }
  }

  /// Whether it was still there.
  ///
  /// @param seenAt when the advertisement was last seen
  /// @param goneAt when it was found to have ended, or to be a fraud
  public record Listing(Instant seenAt, Optional<Instant> goneAt, int fraudPoints) {}

  /// Leads that the team had bought before, and kept.
  ///
  /// @param compared of how many the sellers were compared
  public record Twins(List<LeadId> sameHome, List<LeadId> samePerson, int compared) {

    public Twins {
      sameHome = List.copyOf(sameHome);
      samePerson = List.copyOf(samePerson);
    }
  }

  /// Whether anybody of the team can have the seller's contact.
  ///
  /// @param deliveries how many were to be made
  /// @param lost how many of them nobody can have seen, and are tried no more
  /// @param opened whether somebody has looked at it otherwise
  public record Passage(int deliveries, int lost, boolean opened) {}

  /// What the team bought in the last ninety days, and for how much of that it has asked its money
  /// back on its word.
  public record History(int bought, int claimed) {

    /// So many leads of a usual buyer are added, so that nobody is judged by two or three.
    private static final int USUAL_BOUGHT = 20;

    private static final int USUAL_PER_MILLE = 80;

    /// In thousandths.
    public int rate() {
      return (1_000 * claimed + USUAL_PER_MILLE * USUAL_BOUGHT) / (bought + USUAL_BOUGHT);
    }
  }
}
