package com.aiqleads.events.acquisition;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// 0 to 100, its band in words, and what it is made of.
///
/// @param model which rules made it; not known of events from before it was said
@Serdeable
public record Score(int points, String band, List<Reason> reasons, @Nullable String model) {}
