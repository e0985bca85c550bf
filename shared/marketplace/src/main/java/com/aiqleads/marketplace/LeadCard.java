package com.aiqleads.marketplace;

import com.aiqleads.kernel.CorrelationId;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.OfferId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What everybody who may look may see of a lead on sale. Has no room for what must stay hidden.
/// The journey is the one through the functions that last changed it.
///
/// @param opensAt from when the plan of whoever looks can hold it, if it cannot yet
public record LeadCard(
    LeadId leadId,
    OfferId offerId,
    long version,
    String headline,
    @Nullable String teaser,
    String market,
    String city,
    String state,
    String zip,
    Cell cell,
    Property property,
    @Nullable Money askingPrice,
    @Nullable LocalDate listedOn,
    Instant firstSeenAt,
    List<String> sources,
    int listings,
    int photos,
    boolean hasPhone,
    boolean hasEmail,
    Score quality,
    Price price,
    Slots slots,
    @Nullable Instant opensAt,
    CorrelationId journey) {}
