package com.aiqleads.platform.serveconsole;

import com.aiqleads.platform.serveconsole.Frame.Entry;
import com.aiqleads.platform.serveconsole.Frame.Group;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

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

  /// Links that stand side by side; those of a buyer do.
  private static final int LONGEST_ROW = 9;

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

  /// Under headings, if there is more than a row of it.
  List<Group> navigation() {
    List<Group> groups =
        Stream.of(market(), money(), sources(), operations(), people(), reference())
            .filter(group -> !group.entries().isEmpty())
            .toList();
    long links = groups.stream().mapToLong(group -> group.entries().size()).sum();
    return links > LONGEST_ROW ? groups : groups.stream().map(Group::flat).toList();
  }

  private Group market() {
    return Group.of(
        "Market",
        seesLeads() ? List.of(LEADS, STANDING_ORDERS, CART, PURCHASES, WALLET, PLAN) : List.of());
  }

  private Group money() {
    List<Entry> entries = new ArrayList<>();
    if (decidesPrices()) {
      entries.addAll(List.of(SALES, REFUNDS));
    }
    if (scopes.contains("platform:read")) {
      entries.add(APPEALS);
    }
    if (decidesPrices()) {
      entries.addAll(List.of(RETURN_RATES, PRICES, BOOKS));
    }
    return Group.of("Money", entries);
  }

  private Group sources() {
    return Group.of("Sources", seesSources() ? List.of(SOURCES, SOURCE_HEALTH) : List.of());
  }

  private Group operations() {
    return Group.of("Operations", seesOperations() ? List.of(OPERATIONS) : List.of());
  }

  private Group people() {
    return Group.of("People", scopes.isEmpty() ? List.of(ACCOUNT) : List.of(ACCOUNT, TEAM));
  }

  private static Group reference() {
    return Group.of("API", List.of(REFERENCE));
  }
}
