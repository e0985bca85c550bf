package com.aiqleads.marketplace.standing;

import com.aiqleads.marketplace.search.Filter;
import com.aiqleads.marketplace.search.FilterReader;
import com.aiqleads.marketplace.search.QueryParameters;
import com.aiqleads.marketplace.search.QueryParameters.Wrong;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Which leads are meant: a search, kept as it was asked, and the filter that it says.
public record BuyBox(Map<String, String> search, Filter filter) {

  /// What a search may say, but not whether a lead can be held at this moment.
  public static final Set<String> NAMES = names();

  public BuyBox {
    search = Collections.unmodifiableMap(new TreeMap<>(search));
  }

  /// A search that cannot be kept.
  public static final class Unreadable extends IllegalArgumentException {

    private final List<Wrong> wrong;

    Unreadable(List<Wrong> wrong) {
      super("wrong parameters: " + wrong.stream().map(Wrong::name).toList());
      this.wrong = List.copyOf(wrong);
    }

    public List<Wrong> wrong() {
      return wrong;
    }
  }

  /// Reads a search.
  ///
  /// @throws Unreadable with all that is wrong
  public static BuyBox of(Map<String, String> search) {
    Map<String, List<String>> given =
        search.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, one -> List.of(one.getValue())));
    QueryParameters parameters = new QueryParameters(given, NAMES);
    Filter filter = new FilterReader(parameters, Instant.EPOCH).read();
    if (!parameters.wrong().isEmpty()) {
      throw new Unreadable(parameters.wrong());
    }
    Map<String, String> said = new TreeMap<>();
    NAMES.forEach(name -> parameters.text(name).ifPresent(text -> said.put(name, text)));
    return new BuyBox(said, filter);
  }

  private static Set<String> names() {
    Set<String> names = new TreeSet<>(FilterReader.NAMES);
    names.remove("available");
    return Collections.unmodifiableSet(names);
  }
}
