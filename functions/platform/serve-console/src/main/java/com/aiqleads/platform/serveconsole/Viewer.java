package com.aiqleads.platform.serveconsole;

import com.aiqleads.platform.serveconsole.Frame.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Who looks at the page: what they are called and what they may see.
public record Viewer(String description, Set<String> scopes) {

  static final Entry LEADS = new Entry("Leads", "/console/leads");
  static final Entry CART = new Entry("Cart", "/console/cart");
  static final Entry PURCHASES = new Entry("My leads", "/console/purchases");
  static final Entry STANDING_ORDERS = new Entry("Standing orders", "/console/standing-orders");
  static final Entry WALLET = new Entry("Wallet", "/console/wallet");
  static final Entry PLAN = new Entry("Plan", "/console/plan");
  static final Entry OPERATIONS = new Entry("Operations", "/console/operations");
  static final Entry SOURCES = new Entry("Sources", "/console/sources");
  static final Entry SOURCE_HEALTH = new Entry("Source health", "/console/source-health");
  static final Entry PRICES = new Entry("Prices", "/console/price-book");
  static final Entry APPEALS = new Entry("Appeals", "/console/appeals");
  static final Entry RETURN_RATES = new Entry("Return rates", "/console/return-rates");
  static final Entry SALES = new Entry("Sales", "/console/sales");
  static final Entry REFUNDS = new Entry("Refunds", "/console/refunds");
  static final Entry BOOKS = new Entry("Books", "/console/books");
  static final Entry ACCOUNT = new Entry("Account", "/console/account");
  static final Entry TEAM = new Entry("Team", "/console/team");
  static final Entry REFERENCE = new Entry("API", "/docs");

  public Viewer {
    scopes = Set.copyOf(scopes);
  }

  boolean seesOperations() {
    return scopes.contains("platform:admin") || scopes.contains("platform:read");
  }

  boolean seesSources() {
    return scopes.contains("acquisition:read");
  }

  boolean seesLeads() {
    return scopes.contains("marketplace:read");
  }

  boolean decidesPrices() {
    return scopes.contains("marketplace:admin");
  }

  List<Entry> navigation() {
    List<Entry> entries = new ArrayList<>();
    if (seesLeads()) {
      entries.addAll(List.of(LEADS, STANDING_ORDERS, CART, PURCHASES, WALLET, PLAN));
    }
    if (seesOperations()) {
      entries.add(OPERATIONS);
    }
    if (seesSources()) {
      entries.add(SOURCES);
      entries.add(SOURCE_HEALTH);
    }
    if (decidesPrices()) {
      entries.add(PRICES);
    }
    if (scopes.contains("platform:read")) {
      entries.add(APPEALS);
    }
    if (scopes.contains("marketplace:admin")) {
      entries.add(RETURN_RATES);
      entries.add(SALES);
      entries.add(REFUNDS);
      entries.add(BOOKS);
    }
    entries.add(ACCOUNT);
    if (!scopes.isEmpty()) {
      entries.add(TEAM);
    }
    entries.add(REFERENCE);
    return entries;
  }
}
