package com.aiqleads.acquisition.standing;

import com.aiqleads.acquisition.Lead;
import java.util.List;
import java.util.function.Predicate;

/// What is known around a lead when it is scored, counted: of other homes only.
///
/// @param dearerTwins of the same size with the same text or photos, by somebody else, for more
/// @param sameTexts homes that somebody else describes in the same words
/// @param samePhotos homes of which somebody else showed the same photos before
/// @param contactHomes homes with the same phone number or mail address
/// @param contactRenamed those of them with another name beside it
/// @param contactStates other states in which those homes are
/// @param accountHomes homes that the same account of a site advertises
public record Standing(
    int dearerTwins,
    int sameTexts,
    int samePhotos,
    int contactHomes,
    int contactRenamed,
    int contactStates,
    int accountHomes,
    Level level) {

  public static final Standing UNKNOWN = new Standing(0, 0, 0, 0, 0, 0, 0, Level.UNKNOWN);

  public static Standing of(Lead lead, Around around) {
    List<Relative> others = Relative.of(lead, around.kin()).toList();
    return new Standing(
        count(others, other -> other.isDearerTwin(lead.listing())),
        count(others, Relative::saysTheSame),
        count(others, other -> other.showedTheSame(lead.firstSeenAt())),
        count(others, other -> other.any(Kin::contact)),
        count(others, Relative::isRenamed),
        states(lead, others),
        count(others, other -> other.any(Kin::account)),
        around.level());
  }

  private static int count(List<Relative> others, Predicate<Relative> predicate) {
    return (int) others.stream().filter(predicate).count();
  }

  private static int states(Lead lead, List<Relative> others) {
    return (int)
        others.stream()
            .flatMap(other -> other.kin().stream())
            .filter(Kin::contact)
            .map(one -> one.home().state())
            .filter(state -> !state.equals(lead.address().state()))
            .distinct()
            .count();
  }
}
