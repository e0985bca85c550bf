package com.aiqleads.marketplace.searchleads;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Serdeable
@Schema(
    description = "One page of leads, how many there are in all, and what else could be chosen.")
record LeadPageView(
    long total,
    List<LeadView> leads,
    List<FacetView> facets,
    @Nullable @Schema(description = "Ask with this cursor for the next page; absent on the last.")
        String next,
    @Schema(description = "Who answered: the index, or the database while the index cannot.")
        String answeredBy) {

  @Serdeable
  record FacetView(
      @Schema(description = "Also the parameter that chooses its values.") String name,
      List<ValueView> values) {}

  @Serdeable
  record ValueView(
      String value,
      String label,
      @Schema(description = "If every other choice stands.") long count,
      boolean chosen) {}
}
