package com.aiqleads.events.acquisition;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/// 0 to 100, its band in words, and what it is made of.
@Serdeable
public record Score(int points, String band, List<Reason> reasons) {}
