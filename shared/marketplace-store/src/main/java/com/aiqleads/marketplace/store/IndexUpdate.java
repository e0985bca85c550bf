package com.aiqleads.marketplace.store;

import com.aiqleads.marketplace.Availability;
import com.aiqleads.marketplace.search.IndexChange;
import com.aiqleads.marketplace.search.IndexedLead;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One change of a document, as the index does it by itself: it compares the order of what comes
/// with the order of what is there, apart for what a lead is and for whether it can be held. The
/// versions of documents are one number, which cannot say both.
final class IndexUpdate {
  /// Two changes of one lead at the same moment: the second is done again.
  private static final int TRIES = 5;

  /// Takes the place of all but availability.
  private static final String SELL =
      """
      if (ctx._source.sale_order != null && ctx._source.sale_order >= params.order) {
        ctx.op = 'none';
      } else {
        def until = ctx._source.full_until;
        def order = ctx._source.full_order;
        ctx._source.clear();
        ctx._source.putAll(params.document);
        ctx._source.sale_order = params.order;
        if (order != null) {
          ctx._source.full_until = until;
          ctx._source.full_order = order;
        }
      }
      """;

  private static final String OPEN =
      """
      if (ctx._source.full_order != null && ctx._source.full_order >= params.order) {
        ctx.op = 'none';
      } else {
        ctx._source.lead_id = params.lead;
        ctx._source.full_until = params.until;
        ctx._source.full_order = params.order;
      }
      """;

  private IndexUpdate() {}

  /// As a bulk request has it: where to, and what.
  static List<Map<String, Object>> lines(IndexChange change) {
    return switch (change) {
      case IndexChange.Put(IndexedLead lead) ->
          lines(change, SELL, Map.of("document", LeadDocument.of(lead), "order", change.order()));
      case IndexChange.Remove _ ->
          lines(
              change,
              SELL,
              Map.of("document", LeadDocument.withdrawn(change.leadId()), "order", change.order()));
      case IndexChange.Open(Availability availability) ->
          lines(
              change,
              OPEN,
              Map.of(
                  "lead",
                  change.leadId().text(),
                  "until",
                  availability.fullUntil().toEpochMilli(),
                  "order",
                  change.order()));
    };
  }

  private static List<Map<String, Object>> lines(
      IndexChange change, String script, Map<String, Object> parameters) {
    Map<String, Object> update = new LinkedHashMap<>();
    update.put("script", Map.of("source", script, "params", parameters));
    update.put("scripted_upsert", true);
    update.put("upsert", Map.of());
    return List.of(
        Map.of("update", Map.of("_id", change.leadId().text(), "retry_on_conflict", TRIES)),
        update);
  }
}
