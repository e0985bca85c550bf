package com.aiqleads.marketplace.store;

import com.aiqleads.kernel.LeadId;
import com.aiqleads.marketplace.search.IndexedLead;
import java.util.LinkedHashMap;
import java.util.Map;

/// A lead as the index keeps it: the fields of leads-v2.json.
final class LeadDocument {
  private static final int[] SQUARES = {5, 25, 125, 625};

  private LeadDocument() {}

  /// What is left of a lead that must not be found, besides its order: were the document deleted,
  /// an older version that comes later would be found again.
  static Map<String, Object> withdrawn(LeadId lead) {
    return Map.of("lead_id", lead.text());
  }

  static Map<String, Object> of(IndexedLead lead) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("lead_id", lead.leadId().text());
    document.put("words", lead.words());
    document.put("city", lead.city());
    document.put("type", lead.type());
    document.put("beds", lead.beds());
    document.put("price_band", lead.priceBand());
    document.put("quality_band", lead.qualityBand());
    document.put("sources", lead.sources());
    document.put("price", lead.priceCents());
    Long asking = lead.askingCents();
    if (asking != null) {
      document.put("asking", asking);
    }
    document.put("quality", lead.quality());
    document.put("first_seen", lead.firstSeenMillis());
    document.put("cell", lead.cell().number());
    document.put("grid_row", lead.cell().row());
    document.put("grid_column", lead.cell().column());
    for (int step : SQUARES) {
      document.put(IndexQuestions.square(step), lead.cell().corner(step).number());
    }
    return document;
  }
}
