package com.aiqleads.acquisition.standing;

import com.aiqleads.acquisition.Lead;
import com.aiqleads.acquisition.Listing;
import com.aiqleads.kernel.LeadId;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Another lead, with all its advertisements that share something with one.
///
/// @param known whether it can be told at all whether both are one seller's
record Relative(LeadId lead, List<Kin> kin, boolean known) {

  /// Whoever steals an advertisement asks for clearly less, so that it is taken for a chance.
  static final int DEARER_FROM_PERCENT = 110;

  /// All at other houses: of one house each unit may be described twice before it is known to be
  /// one home.
  static Stream<Relative> of(Lead lead, List<Kin> kin) {
    return kin.stream()
        .filter(one -> !isSameHouse(lead, one.home()))
        .collect(Collectors.groupingBy(Kin::lead))
        .entrySet()
        .stream()
        .map(
            each ->
                new Relative(
                    each.getKey(),
                    each.getValue(),
                    lead.contact().isReachable() && each.getValue().stream().anyMatch(Kin::known)));
  }

  private static boolean isSameHouse(Lead lead, Kin.Home home) {
    return lead.address().zip().equals(home.zip()) && lead.address().street().equals(home.street());
  }

  boolean any(Predicate<Kin> predicate) {
    return kin.stream().anyMatch(predicate);
  }

  boolean isOfSameSeller() {
    return any(Kin::isOfSameSeller);
  }

  /// Whether somebody else, who is known to be, says the same.
  boolean saysTheSame() {
    return known && !isOfSameSeller() && any(Kin::isAlike);
  }

  /// Whether somebody else, or nobody knows who, showed the same no later: the first is no thief.
  boolean showedTheSame(Instant by) {
    return !isOfSameSeller() && any(one -> one.photo() && !one.since().isAfter(by));
  }

  boolean isElsewhere(Lead lead) {
    return any(one -> one.contact() && !one.home().state().equals(lead.address().state()));
  }

  boolean isRenamed() {
    return any(Kin::renamed);
  }

  /// A home of the very same size that is told or shown in the same way, for more; who has copied
  /// the rest copies that, too.
  boolean isDearerTwin(Listing listing) {
    return !isOfSameSeller()
        && any(one -> (one.isAlike() || one.photo()) && isDearerTwin(listing, one.home()));
  }

  private static boolean isDearerTwin(Listing listing, Kin.Home home) {
    Integer bedrooms = listing.property().bedrooms();
    Integer area = listing.property().livingAreaSqft();
    Long price = home.priceMinorUnits();
    return bedrooms != null
        && bedrooms.equals(home.bedrooms())
        && area != null
        && area.equals(home.areaSqft())
        && price != null
        && listing.price() != null
        && price * 100 >= listing.price().minorUnits() * DEARER_FROM_PERCENT;
  }
}
