package com.aiqleads.acquisition.parsing;

import com.aiqleads.acquisition.Reason;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// What Facebook says of how an advertisement stands. It says of one that is sold that it is live,
/// too: so being sold counts, whatever else is said.
final class FacebookStatus {

  private static final Set<String> ENDED =
      Set.of("sold", "deleted", "removed", "expired", "hidden", "rejected", "inactive", "archived");
  private static final Set<String> PENDING = Set.of("pending", "sale pending", "reserved");

  private FacebookStatus() {}

  /// Of all that a page says of one advertisement; none if it is for sale, or nothing is said.
  static Optional<Reason> refusal(List<Json> parts) {
    if (parts.stream().anyMatch(part -> part.get("is_sold").isTrue()) || says(parts, ENDED)) {
      return Optional.of(PageRefusal.GONE);
    }
    if (parts.stream().anyMatch(part -> part.get("is_pending").isTrue()) || says(parts, PENDING)) {
      return Optional.of(PageRefusal.UNDER_CONTRACT);
    }
    boolean live =
        parts.stream().noneMatch(part -> Boolean.FALSE.equals(part.get("is_live").value()));
    return live ? Optional.empty() : Optional.of(PageRefusal.GONE);
  }

  private static boolean says(List<Json> parts, Set<String> words) {
    return parts.stream()
        .map(part -> FacebookText.words(part.get("renderable_listing_status").text()))
        .filter(Objects::nonNull)
        .map(FacebookText::lower)
        .anyMatch(words::contains);
  }
}
