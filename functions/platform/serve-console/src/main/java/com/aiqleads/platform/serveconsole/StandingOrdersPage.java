package com.aiqleads.platform.serveconsole;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The standing orders of the team; one of them with what became of it; or the form of a new one.
public record StandingOrdersPage(
    List<Line> orders,
    @Nullable Form form,
    List<Fill> fills,
    @Nullable String next,
    @Nullable Why why,
    boolean mayChange,
    List<String> refusals) {

  /// One order in the list, in words.
  public record Line(
      String id,
      String name,
      String what,
      String search,
      String told,
      boolean paused,
      boolean parked) {

    /// What lets it go on.
    public String goOn() {
      return parked ? "Take it over" : "Go on";
    }
  }

  /// What is filled in.
  ///
  /// @param id none of an order that is not made yet
  /// @param searchText the search in words
  /// @param searchLink leads that it finds now
  public record Form(
      @Nullable String id,
      Map<String, String> values,
      Map<String, String> search,
      String searchText,
      String searchLink) {

    public Form {
      values = Map.copyOf(values);
      search = Map.copyOf(search);
    }

    public String value(String name) {
      return values.getOrDefault(name, "");
    }

    public boolean is(String name, String value) {
      return value(name).equals(value);
    }

    /// Caps that the form has no field for: they go on as they are.
    public List<String> otherCaps() {
      return Stream.of("hour", "month", "total")
          .flatMap(span -> Stream.of(span + "Leads", span + "Amount"))
          .filter(values::containsKey)
          .toList();
    }

    public String action() {
      return "/console/standing-orders" + (id == null ? "" : "/" + id);
    }
  }

  /// What became of one lead.
  public record Fill(String lead, String headline, String at, String result, String reason) {}

  /// Why the orders did not get a lead.
  public record Why(String lead, List<Fill> answers) {

    public Why {
      answers = List.copyOf(answers);
    }
  }

  public StandingOrdersPage {
    orders = List.copyOf(orders);
    fills = List.copyOf(fills);
    refusals = List.copyOf(refusals);
  }
}
