package com.aiqleads.events.acquisition;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What else a page says of its listing, besides what every site says.
///
/// @param expiresAt when the site will take it down
/// @param byBroker whether the page says that a broker advertises
/// @param contactHidden whether the site keeps the contact behind a request of its own
/// @param attributes what the site's labels say, in its words; missing where it says nothing
@Serdeable
public record Particulars(
    @Nullable Instant postedAt,
    @Nullable Instant updatedAt,
    @Nullable Instant expiresAt,
    boolean byBroker,
    boolean contactHidden,
    List<Attribute> attributes) {}
