package com.aiqleads.acquisition.replaying;

import com.aiqleads.kernel.PageId;
import java.util.List;
import java.util.stream.Stream;

/// One field that two versions of a parser read differently.
///
/// @param before empty if the first version did not read it
/// @param after empty if the second one does not
public record Difference(PageId page, String path, String before, String after) {

  /// What stands in a page's own words, and may name or reach a person.
  private static final List<String> PERSONAL =
      List.of(
          ".contact.",
          ".address.street",
          ".location.",
          ".listing.title",
          ".listing.description",
          ".particulars.sellerUrl",
          ".particulars.attributes.",
          ".particulars.conflicts[");

  static Stream<Difference> between(KeptReading before, KeptReading after) {
    return Stream.concat(before.fields().keySet().stream(), after.fields().keySet().stream())
        .distinct()
        .sorted()
        .map(path -> at(path, before, after))
        .filter(each -> !each.before.equals(each.after));
  }

  private static Difference at(String path, KeptReading before, KeptReading after) {
    return new Difference(
        before.page().id(),
        path,
        before.fields().getOrDefault(path, ""),
        after.fields().getOrDefault(path, ""));
  }

  /// The field without its listing and places in lists.
  public String field() {
    return path.replaceFirst("^lst_\\w{1,40}\\.", "").replaceAll("\\[\\d{1,9}]", "");
  }

  /// The same, which may be logged and printed: of what is personal only how long it is.
  public Difference hidden() {
    return PERSONAL.stream().anyMatch(path::contains)
        ? new Difference(page, path, hidden(before), hidden(after))
        : this;
  }

  private static String hidden(String value) {
    return value.isEmpty() ? "" : "*** (" + value.length() + ")";
  }

  @Override
  public String toString() {
    Difference shown = hidden();
    return shown.path + ": " + shown.before + " -> " + shown.after;
  }
}
