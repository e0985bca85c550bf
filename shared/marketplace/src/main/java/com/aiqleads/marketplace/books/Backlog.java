package com.aiqleads.marketplace.books;

import java.time.Instant;
import java.util.Optional;

/// What still waits: how much of it, and since when the oldest does.
public record Backlog(long count, Optional<Instant> since) {}
