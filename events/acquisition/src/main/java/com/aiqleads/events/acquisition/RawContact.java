package com.aiqleads.events.acquisition;

import com.aiqleads.events.Personal;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A seller's contact as the page spells it.
@Serdeable
public record RawContact(
    @Personal @Nullable String name,
    @Personal List<String> phones,
    @Personal List<String> emails) {}
