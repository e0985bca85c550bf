package com.aiqleads.local.host;

import com.aiqleads.local.host.http.Json;
import com.aiqleads.local.host.queue.Hop;
import com.aiqleads.local.host.queue.Message;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Counts what happened to the leads of one run, from the events that functions have handled; each
/// event counts once, however often it was delivered.
public final class Tally implements Hop.Watcher {

  private final Set<String> pages = new HashSet<>();
  private final Map<String, Fate> listings = new HashMap<>();
  private final Set<String> jobs = new HashSet<>();
  private final Set<String> published = new HashSet<>();
  private final Set<String> merged = new HashSet<>();
  private final Set<String> refusedLeads = new HashSet<>();
  private final Map<String, Set<String>> refused = new TreeMap<>();

  /// How far a listing has come; it may end as refused or as part of a lead.
  private record Fate(boolean refused, String leadId) {
    static final Fate OPEN = new Fate(false, "");
  }

  @Override
  public synchronized void saw(Hop hop, Message message) {
    if (!hop.done()) {
      return;
    }
    JsonNode data = data(message);
    switch (hop.event()) {
      case "PageFetched" -> pages.add(data.path("pageId").asText());
      case "ListingParsed" -> listings.putIfAbsent(data.path("listingId").asText(), Fate.OPEN);
      case "JobFound" -> jobs.add(data.path("listingId").asText());
      case "LeadResolved" -> resolved(data);
      case "LeadPublished" -> published.add(data.path("lead").path("leadId").asText());
      case "LeadRejected" -> rejected(data, data.path("listingId").asText());
      case "LeadEnded" -> refusedLeads.add(data.path("leadId").asText());
      case "PageRejected" -> reasons(data, data.path("pageId").asText());
      default -> {}
    }
  }

  /// Whatever a function takes without complaint is no failure here.
  private static JsonNode data(Message message) {
    try {
      return Json.read(message.body()).path("data");
    } catch (Json.NotJson e) {
      return Json.object();
    }
  }

  private void resolved(JsonNode data) {
    String listing = data.path("listingId").asText();
    listings.put(listing, new Fate(false, data.path("lead").path("leadId").asText()));
    if (data.path("merged").asBoolean()) {
      merged.add(listing);
    }
  }

  /// Refused as a lead, all listings of it are.
  private void rejected(JsonNode data, String listing) {
    refusedLeads.add(listings.getOrDefault(listing, Fate.OPEN).leadId());
    listings.put(listing, new Fate(true, ""));
    reasons(data, listing);
  }

  private void reasons(JsonNode data, String id) {
    for (JsonNode reason : data.path("reasons")) {
      refused.computeIfAbsent(reason.path("code").asText(), _ -> new HashSet<>()).add(id);
    }
  }

  synchronized Figures figures() {
    Map<String, Integer> reasons = new TreeMap<>();
    refused.forEach((reason, ids) -> reasons.put(reason, ids.size()));
    long lost = listings.values().stream().filter(this::lost).count();
    return new Figures(
        pages.size(), listings.size(), jobs.size(), reasons, published.size(), merged.size(), lost);
  }

  private boolean lost(Fate fate) {
    return !fate.refused()
        && !published.contains(fate.leadId())
        && (fate.leadId().isEmpty() || !refusedLeads.contains(fate.leadId()));
  }

  /// The counts of a run.
  ///
  /// @param leads listings that were read from pages
  /// @param jobs postings that were read from pages of boards
  /// @param lost listings that were neither refused nor are part of a published lead
  record Figures(
      int pages,
      int leads,
      int jobs,
      Map<String, Integer> refusedByReason,
      int published,
      int merged,
      long lost) {}
}
