package com.aiqleads.acquisition.parsing;

import com.aiqleads.acquisition.JobBoard;
import java.time.Instant;

/// A fetched page of a board of jobs, with its text.
public record JobPage(JobBoard board, String url, String text, Instant fetchedAt) {}
