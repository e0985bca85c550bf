package com.aiqleads.events.acquisition;

import com.aiqleads.events.Event;
import com.aiqleads.kernel.PageId;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;

/// A fetched page holds nothing that may become a listing.
@Serdeable
public record PageRejected(
    PageId pageId,
    String source,
    String url,
    String snapshotKey,
    String step,
    List<Reason> reasons,
    Instant rejectedAt)
    implements Event {}
