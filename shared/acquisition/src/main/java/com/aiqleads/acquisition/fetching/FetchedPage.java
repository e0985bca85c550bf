package com.aiqleads.acquisition.fetching;

import java.net.URI;
import java.time.Instant;

/// A page and the circumstances of its fetching.
///
/// @param url where it was found at last, after redirects
public record FetchedPage(
    PageRequest request,
    URI url,
    int status,
    String contentType,
    Validators validators,
    PageBytes body,
    Instant fetchedAt,
    RobotsEvidence robots) {}
