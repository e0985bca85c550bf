package com.aiqleads.events.acquisition;

import com.aiqleads.events.Event;
import com.aiqleads.kernel.LeadId;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A company was found to hire, or what is known of its hiring has changed.
///
/// @param leadId the same for the same company, however many jobs it offers
/// @param openJobs how many are open; none once it has stopped
/// @param jobs the newest of them
/// @param company what its own page says; null as long as none was read
@Serdeable
public record BusinessLeadFound(
    LeadId leadId,
    long version,
    String source,
    EmployerFacts employer,
    int openJobs,
    List<HiringJob> jobs,
    List<String> markets,
    @Nullable CompanyFacts company,
    Instant firstSeenAt)
    implements Event {}
