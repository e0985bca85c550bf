package com.aiqleads.platform;

import java.time.Instant;

/// A session as its owner may look at it.
public record OpenSession(FamilyId id, SessionStart start, Instant renewedAt) {}
