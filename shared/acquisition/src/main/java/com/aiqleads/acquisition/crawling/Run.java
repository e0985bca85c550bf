package com.aiqleads.acquisition.crawling;

import java.time.Instant;

/// One run of the schedule.
///
/// @param round when it was due; every market is searched once a round
/// @param deadline when to stop politely; the next run goes on from there
public record Run(Instant round, Instant deadline, Announcements announcements) {}
