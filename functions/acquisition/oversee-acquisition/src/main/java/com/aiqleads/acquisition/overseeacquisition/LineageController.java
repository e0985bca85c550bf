package com.aiqleads.acquisition.overseeacquisition;

import com.aiqleads.acquisition.lineage.Lineages;
import com.aiqleads.acquisition.proposing.Proposals;
import com.aiqleads.acquisition.resolution.Leads;
import com.aiqleads.acquisition.resolution.Survivor;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.ListingId;
import com.aiqleads.lambda.http.NotFound;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;

/// For operators who ask where something comes from.
@Controller("/lineage")
@Tag(name = "Sources")
final class LineageController {

  private final Lineages lineages;
  private final Leads leads;
  private final Proposals proposals;

  LineageController(Lineages lineages, Leads leads, Proposals proposals) {
    this.lineages = lineages;
    this.leads = leads;
    this.proposals = proposals;
  }

  @Get("/{id}")
  @Operation(
      summary = "Whence a lead or a listing is known",
      description =
          "Of each listing the stored page, the parser's version, what else its page says, and the"
              + " places where it contradicts itself. Of a lead also which listing speaks for each"
              + " field and by which rule, how it was taken apart, and what language models proposed.")
  LineageView lineage(String id) {
    LineageView found = find(id);
    if (found.isEmpty()) {
      throw new NotFound("no-lineage", "Nothing is known of such a lead or listing.");
    }
    return found;
  }

  private LineageView find(String id) {
    try {
      return id.startsWith(LeadId.PREFIX + "_")
          ? ofLead(LeadId.parse(id))
          : ofListing(ListingId.parse(id));
    } catch (IllegalArgumentException _) {
      return LineageView.of(List.of(), List.of());
    }
  }

  private LineageView ofListing(ListingId listing) {
    return LineageView.of(lineages.find(listing).stream().toList(), proposals.of(listing));
  }

  private LineageView ofLead(LeadId lead) {
    return LineageView.of(
        lineages.of(lead),
        leads.find(lead).map(Survivor::of).orElse(List.of()),
        leads.history(lead).splits(),
        proposals.of(lead));
  }
}
