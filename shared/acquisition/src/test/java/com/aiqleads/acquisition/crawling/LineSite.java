package com.aiqleads.acquisition.crawling;

import com.aiqleads.acquisition.fetching.FetchedPage;
import com.aiqleads.acquisition.fetching.PageRequest;
import com.aiqleads.acquisition.fetching.SourcePolicy;
import com.aiqleads.acquisition.parsing.PageRefusal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A site whose searches are lines: `home /1`, `next /miami?2`, `whole`, `undrawn`, `crowded`.
record LineSite(SourcePolicy policy) implements Site {

  @Override
  public PageRequest start(Market market) {
    return PageRequest.get(policy.baseUrl().resolve(market.place()));
  }

  @Override
  public Found read(FetchedPage page, Market market) {
    String text = page.body().asUtf8();
    List<PageRequest> next =
        targets("next ", text).stream()
            .map(target -> PageRequest.get(page.url().resolve(target)))
            .toList();
    return switch (text.lines().findFirst().orElse("")) {
      case "undrawn" -> Found.nothingYet();
      case "oversized" -> Found.oversized();
      case "step" -> Found.step(next.getFirst());
      case "whole" -> Found.answer(next);
      case "nothing" -> Found.nothing();
      case "login" -> Found.refused(PageRefusal.LOGIN);
      case "too soon" -> Found.refused(PageRefusal.RATE_LIMITED);
      default ->
          Found.links(
              targets("home ", text).stream()
                  .map(target -> page.url().resolve(target).toString())
                  .toList(),
              next);
    };
  }

  @Override
  public Optional<PageRefusal> obstacle(FetchedPage page) {
    return switch (page.body().asUtf8()) {
      case "a login" -> Optional.of(PageRefusal.LOGIN);
      case "a hole" -> Optional.of(PageRefusal.UNPAINTED);
      default -> Optional.empty();
    };
  }

  @Override
  public Optional<Instant> endOf(FetchedPage page) {
    String text = page.body().asUtf8();
    return text.startsWith("until ")
        ? Optional.of(Instant.parse(text.substring("until ".length())))
        : Optional.empty();
  }

  private static List<String> targets(String verb, String text) {
    return text.lines()
        .filter(line -> line.startsWith(verb))
        .map(line -> line.substring(verb.length()))
        .toList();
  }
}
