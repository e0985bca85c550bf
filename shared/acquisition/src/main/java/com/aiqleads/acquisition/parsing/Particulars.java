package com.aiqleads.acquisition.parsing;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What else a page says of its advertisement, besides what every site says.
///
/// @param otherId a second id of the site for the same advertisement
/// @param expiresAt when the site will take it down
/// @param sellerUrl where the site shows what else the same seller advertises
/// @param byBroker whether the page says that a broker advertises
/// @param contactHidden whether the site keeps the seller's contact behind a request of its own
/// @param attributes what the site's labels say, in the site's words
/// @param conflicts where the page contradicts itself
public record Particulars(
    @Nullable String otherId,
    @Nullable Instant postedAt,
    @Nullable Instant updatedAt,
    @Nullable Instant expiresAt,
    @Nullable String sellerUrl,
    boolean byBroker,
    boolean contactHidden,
    Map<String, String> attributes,
    List<Conflict> conflicts) {

  public static final Particulars NONE =
      new Particulars(null, null, null, null, null, false, false, Map.of(), List.of());

  public Particulars {
    attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    conflicts = List.copyOf(conflicts);
  }

  Particulars withOtherId(@Nullable String id) {
    return new Particulars(
        id,
        postedAt,
        updatedAt,
        expiresAt,
        sellerUrl,
        byBroker,
        contactHidden,
        attributes,
        conflicts);
  }
}
