package com.aiqleads.events.acquisition;

import com.aiqleads.events.Event;
import com.aiqleads.kernel.PageId;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A fetched page holds nothing that may become a listing.
///
/// @param observedAt when its site showed what was refused; it may have waited in queues since
@Serdeable
public record PageRejected(
    PageId pageId,
    String source,
    String url,
    String snapshotKey,
    String step,
    List<Reason> reasons,
    Instant rejectedAt,
    @Nullable Instant observedAt)
    implements Event {}
