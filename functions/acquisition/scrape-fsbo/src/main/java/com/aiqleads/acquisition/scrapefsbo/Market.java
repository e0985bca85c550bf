package com.aiqleads.acquisition.scrapefsbo;

import io.micronaut.serde.annotation.Serdeable;

/// A market as we call it, and as the sites' search fields do.
@Serdeable
record Market(String market, String place) {}
