package com.aiqleads.acquisition.replaypages;

import com.aiqleads.acquisition.replaying.Difference;
import com.aiqleads.acquisition.replaying.ReplayReport;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// What a replay found, as it is printed.
@Serdeable
record ReplayView(
    int pages,
    int same,
    int changed,
    int expired,
    int unread,
    SortedMap<String, Integer> fields,
    List<Field> differences,
    @Nullable String next) {

  /// One field of one page.
  @Serdeable
  record Field(String page, String path, String before, String after) {

    static Field of(Difference found) {
      return new Field(found.page().text(), found.path(), found.before(), found.after());
    }
  }

  static ReplayView of(ReplayReport report, boolean personal) {
    return new ReplayView(
        report.pages(),
        report.same(),
        report.changed(),
        report.expired(),
        report.unread(),
        report.fields(),
        report.differences().stream()
            .map(each -> Field.of(personal ? each : each.hidden()))
            .toList(),
        report.next());
  }
}
