package com.aiqleads.local.product;

import com.aiqleads.acquisition.Listing;
import com.aiqleads.acquisition.hiring.Job;
import com.aiqleads.acquisition.parsing.ParsedJob;
import com.aiqleads.acquisition.parsing.ParsedListing;
import com.aiqleads.local.product.ParsePages.Shown;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Whether two readers read the same of the same pages, by the fields that matter.
record ParseAgreement(int compared, List<String> differences) {

  private static final double CLOSE = 1e-6;

  /// @param theirs of each page what Scrapy's side read of it
  static ParseAgreement of(List<Shown> pages, List<JsonNode> theirs) {
    int compared = 0;
    List<String> differences = new ArrayList<>();
    for (int at = 0; at < pages.size(); at++) {
      Shown page = pages.get(at);
      List<Object> ours = ParseBench.read(page);
      compared++;
      if (ours.size() != theirs.get(at).size()) {
        differences.add(
            "%s: %d records and %d".formatted(page.url(), ours.size(), theirs.get(at).size()));
        continue;
      }
      for (int item = 0; item < ours.size(); item++) {
        Map<String, @Nullable Object> fields = fields(ours.get(item), page);
        compared += fields.size();
        JsonNode their = theirs.get(at).get(item);
        fields.forEach(
            (field, own) -> {
              if (!isAlike(own, their.path(field))) {
                differences.add(
                    "%s %s: '%s' and '%s'".formatted(page.url(), field, own, their.path(field)));
              }
            });
      }
    }
    return new ParseAgreement(compared, differences);
  }

  double share() {
    return 1 - (double) differences.size() / compared;
  }

  private static Map<String, @Nullable Object> fields(Object read, Shown page) {
    return read instanceof ParsedJob job ? fields(job.job()) : fields((ParsedListing) read, page);
  }

  private static Map<String, @Nullable Object> fields(Job job) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("id", job.number());
    fields.put("title", job.title());
    fields.put("company", job.employer().name());
    return fields;
  }

  private static Map<String, @Nullable Object> fields(ParsedListing read, Shown page) {
    Listing listing = read.listing();
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("id", listing.sourceListingId());
    if (!page.source().equals("zillow")) { // whose titles are made of the address
      fields.put("title", listing.title());
    }
    fields.put("price", listing.price() == null ? null : listing.price().minorUnits() / 100.0);
    fields.put("bedrooms", listing.property().bedrooms());
    fields.put("bathrooms", listing.property().bathrooms());
    fields.put("area", listing.property().livingAreaSqft());
    fields.put("latitude", read.location() == null ? null : read.location().latitude());
    fields.put("longitude", read.location() == null ? null : read.location().longitude());
    fields.put("photos", listing.photoUrls().size());
    return fields;
  }

  private static boolean isAlike(@Nullable Object own, JsonNode their) {
    if (their.isArray()) {
      return Objects.equals(own, their.size());
    }
    boolean isNothing = their.isMissingNode() || their.isNull() || their.asText().isEmpty();
    if (own == null || isNothing) {
      return own == null && isNothing;
    }
    return own instanceof Number number
        ? Math.abs(number.doubleValue() - their.asDouble()) < CLOSE
        : own.toString().equals(their.asText());
  }
}
