package com.aiqleads.events.acquisition;

import com.aiqleads.events.Event;
import com.aiqleads.kernel.ListingId;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.PageId;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/// A listing that was looked at again costs something else than before.
///
/// @param pageId of the look that showed the new price
@Serdeable
public record ListingRepriced(
    ListingId listingId,
    PageId pageId,
    String source,
    String market,
    String url,
    String snapshotKey,
    Money priceBefore,
    Instant seenBefore,
    Money price,
    Instant seenAt)
    implements Event {}
