package com.aiqleads.events.marketplace;

import com.aiqleads.kernel.Money;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a lead is found by: nothing that leads to the seller.
///
/// @param cell where it is, to about a kilometre: hundredths of a degree north times 100,000, and
///     east
@Serdeable
public record SearchFacts(
    List<String> words,
    String city,
    String type,
    String beds,
    List<String> sources,
    @Nullable Money asking,
    int quality,
    String qualityBand,
    Instant firstSeenAt,
    int cell) {}
