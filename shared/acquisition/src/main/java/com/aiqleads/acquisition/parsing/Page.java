package com.aiqleads.acquisition.parsing;

import com.aiqleads.acquisition.Source;
import java.time.Instant;

/// A fetched page with its text.
public record Page(Source source, String url, String text, Instant fetchedAt) {}
