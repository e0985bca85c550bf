package com.aiqleads.acquisition.overseeacquisition;

import com.aiqleads.acquisition.lineage.Lineage;
import com.aiqleads.acquisition.lineage.Lineages;
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

  LineageController(Lineages lineages) {
    this.lineages = lineages;
  }

  @Get("/{id}")
  @Operation(
      summary = "Whence a lead or a listing is known",
      description =
          "Of each listing the stored page, the parser's version, what else its page says, and the"
              + " places where it contradicts itself.")
  LineageView lineage(String id) {
    List<Lineage> found = find(id);
    if (found.isEmpty()) {
      throw new NotFound("no-lineage", "Nothing is known of such a lead or listing.");
    }
    return LineageView.of(found);
  }

  private List<Lineage> find(String id) {
    try {
      return id.startsWith(LeadId.PREFIX + "_")
          ? lineages.of(LeadId.parse(id))
          : lineages.find(ListingId.parse(id)).stream().toList();
    } catch (IllegalArgumentException _) {
      return List.of();
    }
  }
}
