package com.aiqleads.local.sandbox;

import java.util.List;
import java.util.stream.Collectors;

/// What a search of LinkedIn shows guests of its postings, today and in 2020.
final class LinkedInCards {

  private LinkedInCards() {}

  static String of(List<Job> jobs, boolean old) {
    String cards =
        jobs.stream()
            .map(job -> old ? cardOf2020(job) : card(job))
            .collect(Collectors.joining("\n"));
    return old ? "<ul class=\"jobs-search__results-list\">" + cards + "</ul>" : cards;
  }

  private static String card(Job job) {
    return """
    <li>
      <div class="base-card relative w-full base-card--link base-search-card base-search-card--link job-search-card" data-entity-urn="urn:li:jobPosting:%1$d">
        <a class="base-card__full-link" href="%2$s?position=1&amp;pageNum=0&amp;refId=x"><span class="sr-only">%3$s</span></a>
        <div class="base-search-card__info">
          <h3 class="base-search-card__title">%3$s</h3>
          <h4 class="base-search-card__subtitle">%4$s</h4>
          <div class="base-search-card__metadata">
            <span class="job-search-card__location">%5$s</span>
            %6$s
            <time class="job-search-card__listdate%7$s" datetime="%8$s">%9$s</time>
          </div>
        </div>
      </div>
    </li>\
    """
        .formatted(
            job.id(),
            job.path(),
            Html.escaped(job.title()),
            company(job, "hidden-nested-link"),
            job.place(),
            job.salary().isEmpty()
                ? ""
                : "<span class=\"job-search-card__salary-info\">"
                    + job.salary().replaceAll("/[a-z]+", "")
                    + "</span>",
            job.isNew() ? "--new" : "",
            job.postedOn(),
            job.ago());
  }

  private static String cardOf2020(Job job) {
    return """
    <li class="result-card job-result-card" data-id="%1$d">
      <a class="result-card__full-card-link" href="%2$s?refId=x"><span class="screen-reader-text">%3$s</span></a>
      <h3 class="result-card__title job-result-card__title">%3$s</h3>
      <h4 class="result-card__subtitle job-result-card__subtitle">%4$s</h4>
      <span class="job-result-card__location">%5$s</span>
      <time class="job-result-card__listdate%6$s" datetime="%7$s">%8$s</time>
    </li>\
    """
        .formatted(
            job.id(),
            job.path(),
            Html.escaped(job.title()),
            company(job, "result-card__subtitle-link"),
            job.place(),
            job.isNew() ? "--new" : "",
            job.postedOn(),
            job.ago());
  }

  static String company(Job job, String classes) {
    return "<a class=\"%s\" href=\"%s/company/%s?trk=x\">%s</a>"
        .formatted(classes, LinkedInSite.PREFIX, job.handle(), Html.escaped(job.company()));
  }
}
