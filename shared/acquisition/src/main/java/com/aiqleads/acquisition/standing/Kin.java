package com.aiqleads.acquisition.standing;

import com.aiqleads.kernel.LeadId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An advertisement of another lead that shares marks with one.
///
/// @param texts how many phrases of the text
/// @param renamed whether it has a contact in common, and only under other names
/// @param known whether its lead says how to reach the seller: else nobody knows who that is
/// @param since when it was first seen
/// @param home where it is, and what it costs
public record Kin(
    LeadId lead,
    int texts,
    boolean photo,
    boolean contact,
    boolean account,
    boolean renamed,
    boolean known,
    Instant since,
    Home home) {

  /// Figures are null where the advertisement is silent.
  public record Home(
      String street,
      String zip,
      String state,
      @Nullable Long priceMinorUnits,
      @Nullable Integer bedrooms,
      @Nullable Integer areaSqft) {}

  boolean isOfSameSeller() {
    return contact || account;
  }

  /// Whether it says anything: a few phrases in common are what people happen to write.
  public boolean counts() {
    return isAlike() || photo || isOfSameSeller();
  }

  boolean isAlike() {
    return texts >= HomeText.ALIKE_FROM_PHRASES;
  }
}
