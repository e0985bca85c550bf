package com.aiqleads.local.sandbox;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What LinkedIn shows guests, today and before: then with the address of the company's own site in
/// a comment and with linked data, today with a sign on the button only.
record LinkedInPages(boolean old, boolean raised) {

  private static final int OPEN_DAYS = 30;

  /// What the page itself is made of, for whoever asks for no more.
  String fragment(Job job) {
    String heading = old ? "h1" : "h2";
    return """
    <section class="top-card-layout">
      <a class="topcard__link" href="%1$s?trk=public_jobs_topcard-title"><%2$s class="top-card-layout__title topcard__title">%3$s</%2$s></a>
      <div class="topcard__flavor-row">
        <span class="topcard__flavor">%4$s</span>
        <span class="topcard__flavor topcard__flavor--bullet">%5$s</span>
      </div>
      <div class="topcard__flavor-row">
        <span class="posted-time-ago__text topcard__flavor--metadata">%6$s</span>
        <span class="num-applicants__caption topcard__flavor--metadata topcard__flavor--bullet">Over 200 applicants</span>
      </div>
      %7$s
    </section>
    %8$s
    <div class="description__text description__text--rich"><section class="show-more-less-html"><div class="show-more-less-html__markup">%9$s</div></section></div>
    <ul class="description__job-criteria-list">%10$s</ul>
    %11$s
    <code id="decoratedJobPostingId" style="display: none"><!--"%12$d"--></code>
    """
        .formatted(
            job.path(),
            heading,
            Html.escaped(job.title()),
            LinkedInCards.company(job, "topcard__org-name-link topcard__flavor--black-link"),
            job.place(),
            job.ago(),
            button(job),
            job.salary().isEmpty()
                ? ""
                : "<div class=\"salary compensation__salary\">" + job.salary() + "</div>",
            job.description() + (raised ? "<p>Now with a signing bonus.</p>" : ""),
            criteria(job),
            hiddenAddress(job),
            job.id());
  }

  private String button(Job job) {
    if (job.closed()) {
      return "<figure class=\"closed-job\"><figcaption class=\"closed-job__flavor--closed\">"
          + "No longer accepting applications</figcaption></figure>";
    }
    return switch (job.apply()) {
      case ON_SITE ->
          "<button class=\"apply-button\""
              + " data-tracking-control-name=\"public_jobs_apply-link-onsite\">Apply</button>";
      case OFF_SITE ->
          "<button class=\"apply-button\"><icon class=\"apply-button__offsite-apply-icon\"></icon>"
              + "Apply</button>";
      case UNSAID -> "<button class=\"apply-button\">Apply</button>";
    };
  }

  private String hiddenAddress(Job job) {
    String own = "https://careers.%s.example/jobs/%d".formatted(job.handle(), job.number());
    return old && job.apply() == Job.Apply.OFF_SITE && !job.closed()
        ? "<code id=\"applyUrl\" style=\"display: none\"><!--\"https://www.linkedin.com/jobs/view/"
            + "externalApply/%d?url=%s&urlHash=x\"--></code>"
                .formatted(job.id(), URLEncoder.encode(own, StandardCharsets.UTF_8))
        : "";
  }

  private static String criteria(Job job) {
    Map<String, String> criteria = new LinkedHashMap<>();
    criteria.put("Seniority level", job.seniority());
    criteria.put("Employment type", job.kind().words);
    criteria.put("Job function", "Accounting/Auditing and Finance");
    criteria.put("Industries", "Accounting");
    return criteria.entrySet().stream()
        .map(
            each ->
                "<li class=\"description__job-criteria-item\"><h3"
                    + " class=\"description__job-criteria-subheader\">%s</h3><span"
                        .formatted(each.getKey())
                    + " class=\"description__job-criteria-text\">%s</span></li>"
                        .formatted(each.getValue()))
        .collect(Collectors.joining());
  }

  /// With what else is offered there, in elements of the same names.
  String page(Job job, List<Job> similar) {
    String others =
        similar.stream()
            .map(
                other ->
                    """
                    <li><div class="base-card base-main-card" data-entity-urn="urn:li:jobPosting:%d">
                    <a class="base-card__full-link" href="%s"><span class="sr-only">%s</span></a>
                    <h3 class="base-main-card__title">%3$s</h3><span class="topcard__flavor--bullet">%s</span>
                    <span class="salary">%s</span></div></li>\
                    """
                        .formatted(
                            other.id(),
                            other.path(),
                            Html.escaped(other.title()),
                            other.place(),
                            other.salary()))
            .collect(Collectors.joining());
    return Html.page(
        job.company() + " hiring " + job.title() + " | LinkedIn",
        old ? "<script type=\"application/ld+json\">" + Json.text(data(job)) + "</script>" : "",
        "<input type=\"password\" name=\"session_password\"><main>"
            + fragment(job)
            + "<section class=\"similar-jobs\"><ul>"
            + others
            + "</ul></section></main>");
  }

  private static Map<String, Object> data(Job job) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("@type", "JobPosting");
    data.put("title", job.title());
    data.put("datePosted", job.postedOn() + "T10:00:00.000Z");
    data.put("validThrough", job.postedOn().plusDays(OPEN_DAYS) + "T10:00:00.000Z");
    data.put("employmentType", job.kind().name());
    data.put("hiringOrganization", Map.of("@type", "Organization", "name", job.company()));
    data.put(
        "jobLocation",
        Map.of(
            "@type",
            "Place",
            "address",
            Map.of("addressLocality", job.metro().city, "addressRegion", job.metro().state)));
    return data;
  }
}
