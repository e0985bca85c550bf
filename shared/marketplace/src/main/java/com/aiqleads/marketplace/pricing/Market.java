package com.aiqleads.marketplace.pricing;

import com.aiqleads.kernel.Money;
import org.jspecify.annotations.Nullable;

/// What the market says of a lead on sale; absent is what nobody has measured.
///
/// @param taken how many of its slots are sold
/// @param hoursUnwanted since it came on sale, or since somebody last held it
/// @param supply how many leads of its kind are on sale around it
/// @param demand what buyers do there: points for a hundred leads on sale
/// @param response how much dearer such leads may be for what buyers take of what they look at;
///     in percent
/// @param before what it costs until now; a change is limited by it
/// @param aloneBefore what it costs alone until now, in the same way; quotes from before there
///     was such a limit have none
public record Market(
    int taken,
    long hoursUnwanted,
    @Nullable Long supply,
    @Nullable Long demand,
    @Nullable Long response,
    @Nullable Money before,
    @Nullable Money aloneBefore) {

  /// Of a lead that has never been on sale.
  public static final Market NONE = new Market(0, 0, null, null, null, null, null);
}
