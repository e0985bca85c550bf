package com.aiqleads.acquisition.scrapefsbo;

import com.aiqleads.lambda.Publisher;
import java.time.Instant;

/// One run of the schedule.
///
/// @param round when it was due; every market is searched once a round
/// @param deadline when to stop politely; the next run goes on from there
record Run(Instant round, Instant deadline, Publisher publisher) {}
