package com.aiqleads.acquisition.parsing;

import com.aiqleads.acquisition.Reason;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What Zillow says of how an advertisement stands. Where it says nothing, or a word that we do not
/// know, the home is taken to be for sale, as the search that led to it was for those.
final class ZillowStatus {

  private static final Set<String> ENDED =
      Set.of("sold", "recently sold", "off market", "other", "removed", "withdrawn", "closed");
  private static final Set<String> UNDER_CONTRACT =
      Set.of("pending", "under contract", "contingent", "accepting backups", "accepted offer");
  private static final String FOR_RENT = "for rent";

  private ZillowStatus() {}

  /// Why no home is for sale, if none is.
  static Optional<Reason> refusal(@Nullable String status, @Nullable String marketing) {
    String stated = words(status);
    if (FOR_RENT.equals(stated)) {
      return Optional.of(PageRefusal.NOT_FOR_SALE);
    }
    if (stated != null && ENDED.contains(stated)) {
      return Optional.of(PageRefusal.GONE);
    }
    String marketed = words(marketing);
    boolean taken =
        (stated != null && UNDER_CONTRACT.contains(stated))
            || (marketed != null && UNDER_CONTRACT.contains(marketed));
    return taken ? Optional.of(PageRefusal.UNDER_CONTRACT) : Optional.empty();
  }

  /// `FOR_SALE` as words; a lot is one of land.
  static @Nullable String words(@Nullable String constant) {
    String line = Bounds.line(constant);
    String words = line == null ? null : line.replace('_', ' ').toLowerCase(Locale.ROOT).strip();
    return "lot".equals(words) ? "vacant lot" : words;
  }
}
