package com.aiqleads.platform.checkhealth;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An event that platform decided, as far as its sending is concerned.
@MappedEntity("outbox")
record OutboxRow(@Id UUID eventId, @Nullable Instant sentAt) {}
