package com.aiqleads.acquisition.store;

import com.aiqleads.acquisition.fetching.Departure;
import com.aiqleads.acquisition.fetching.FetchPage;
import com.aiqleads.acquisition.fetching.PageAnswer;
import com.aiqleads.acquisition.fetching.PageRequest;
import com.aiqleads.acquisition.fetching.Validators;
import com.aiqleads.lambda.Metrics;

/// Counts what sites answer, by their hosts.
record CountedPages(FetchPage pages, Metrics metrics) implements FetchPage {

  @Override
  public PageAnswer fetch(
      PageRequest request, Validators known, String userAgent, Departure departure) {
    PageAnswer answer = pages.fetch(request, known, userAgent, departure);
    metrics.count("fetches", request.url().getHost(), outcome(answer));
    return answer;
  }

  private static String outcome(PageAnswer answer) {
    return switch (answer) {
      case PageAnswer.Answered answered -> Integer.toString(answered.status());
      case PageAnswer.TooLarge _ -> "too-large";
      case PageAnswer.Failed _ -> "failed";
      case PageAnswer.NotSent() -> "not-sent";
    };
  }
}
