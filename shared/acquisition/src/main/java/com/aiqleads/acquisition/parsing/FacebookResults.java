package com.aiqleads.acquisition.parsing;

import com.aiqleads.kernel.Money;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A page of Facebook's search: what it shows, in the order of the page, and whether it shows all.
///
/// @param isFull whether there may be more than the page shows
/// @param refusal what keeps the page from showing advertisements; null if nothing does
public record FacebookResults(List<Found> found, boolean isFull, @Nullable PageRefusal refusal) {

  /// Of one answer, whatever there is.
  public static final int PAGE_SIZE = 24;

  /// One advertisement of the page.
  ///
  /// @param mayBeHome whether its page may show a home, as far as the search tells
  public record Found(String url, @Nullable Money price, boolean mayBeHome) {}

  public FacebookResults {
    found = List.copyOf(found);
  }

  /// Empty if the page is larger than any that a person could read.
  public static Optional<FacebookResults> of(String page, String url) {
    FacebookPage read = FacebookPage.of(page, url);
    if (read.state() == PageState.UNKNOWN && read.isOversized()) {
      return Optional.empty();
    }
    if (read.state() != PageState.CONTENT) {
      return Optional.of(new FacebookResults(List.of(), false, PageRefusal.of(read.state())));
    }
    boolean otherKind = read.rows().isEmpty();
    return Optional.of(
        new FacebookResults(
            read.rows().stream().map(FacebookResults::found).flatMap(Optional::stream).toList(),
            isFull(read),
            otherKind ? PageRefusal.UNKNOWN : null));
  }

  /// What is instead of an advertisement's page, if something is.
  public static Optional<PageRefusal> obstacle(String page, String url) {
    return Optional.of(FacebookPage.of(page, url).state())
        .filter(state -> state != PageState.CONTENT)
        .map(PageRefusal::of);
  }

  private static Optional<Found> found(FacebookRow row) {
    Optional<Found> found =
        Optional.of(new Found(row.url(), row.price(new Readings()), row.mayBeHome()));
    boolean isEnded =
        row.refusal().filter(reason -> !Objects.equals(reason, PageRefusal.NOT_A_HOME)).isPresent();
    return found.filter(_ -> !isEnded);
  }

  private static boolean isFull(FacebookPage read) {
    FacebookData data = read.data();
    int shown = data.isSearch() ? data.edges() : read.rows().size();
    return shown >= PAGE_SIZE && !Boolean.FALSE.equals(data.hasNext());
  }
}
