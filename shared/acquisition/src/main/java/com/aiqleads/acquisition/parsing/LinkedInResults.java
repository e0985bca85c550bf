package com.aiqleads.acquisition.parsing;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a search of LinkedIn found, as far as it is followed.
///
/// @param numbers of the postings, in the order of the page, each once
/// @param companies the pages of those who hire, below the site's root, each once
/// @param returned how many cards came, whatever they hold: the next ones begin behind them
/// @param refusal why the page shows none; null if it shows some
public record LinkedInResults(
    List<String> numbers, List<String> companies, int returned, @Nullable PageRefusal refusal) {

  /// The site sends ten; a full page of a search has up to sixty.
  public static final int MAX_CARDS = 200;

  public LinkedInResults {
    numbers = List.copyOf(numbers);
    companies = List.copyOf(companies);
  }

  /// Empty if the page is larger than any that a person could read.
  public static Optional<LinkedInResults> of(String text, String url) {
    return LinkedInPage.of(text, url).map(LinkedInResults::of);
  }

  private static LinkedInResults of(LinkedInPage page) {
    if (page.state() != PageState.CONTENT) {
      return new LinkedInResults(List.of(), List.of(), 0, PageRefusal.of(page.state()));
    }
    List<String> numbers =
        page.cards().stream()
            .limit(MAX_CARDS)
            .flatMap(card -> Stream.ofNullable(LinkedInIds.ofCard(card, new Readings())))
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    return numbers.isEmpty()
        ? new LinkedInResults(List.of(), List.of(), page.cards().size(), PageRefusal.UNKNOWN)
        : new LinkedInResults(numbers, companies(page), page.cards().size(), null);
  }

  private static List<String> companies(LinkedInPage page) {
    return page.cards().stream()
        .limit(MAX_CARDS)
        .flatMap(card -> Stream.ofNullable(LinkedInCard.employerOn(card).pageUrl()))
        .flatMap(url -> Stream.ofNullable(LinkedInLink.companyPath(url)))
        .distinct()
        .toList();
  }

  /// What a page of a posting is instead, where the site does not want us.
  public static Optional<PageRefusal> obstacle(String text, String url) {
    return LinkedInPage.of(text, url)
        .map(LinkedInPage::state)
        .filter(state -> state != PageState.CONTENT)
        .map(PageRefusal::of);
  }
}
