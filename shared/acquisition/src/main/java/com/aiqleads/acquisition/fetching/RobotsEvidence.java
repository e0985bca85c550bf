package com.aiqleads.acquisition.fetching;

import java.net.URI;
import java.time.Instant;

/// What proves that a site's robots file was read and obeyed.
///
/// @param bodyHash SHA-256 of the file, which is kept as a snapshot; empty if there is none
public record RobotsEvidence(URI url, int status, String bodyHash, Instant fetchedAt) {}
