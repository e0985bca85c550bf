package com.aiqleads.events.acquisition;

import com.aiqleads.events.Event;
import com.aiqleads.kernel.PageId;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;

/// A page was fetched within its source's policy and its bytes are kept under the snapshot key.
///
/// @param withheld what of it must not be taken: names of groups of fields, and `photos`
@Serdeable
public record PageFetched(
    PageId pageId,
    String source,
    String market,
    String url,
    String snapshotKey,
    String contentType,
    String contentHash,
    Instant fetchedAt,
    List<String> withheld)
    implements Event {}
