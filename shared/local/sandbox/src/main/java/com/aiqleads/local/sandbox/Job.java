package com.aiqleads.local.sandbox;

import java.time.LocalDate;
import java.util.Locale;

/// An accounting job of a company that nobody has heard of. `salary` is empty where none is said.
record Job(
    int number,
    Metro metro,
    String company,
    String title,
    String seniority,
    Kind kind,
    WorkType workType,
    String salary,
    int hoursAgo,
    LocalDate postedOn,
    Apply apply,
    boolean closed,
    String description) {

  /// As the site's filter names it.
  enum Kind {
    FULL_TIME("F", "Full-time"),
    PART_TIME("P", "Part-time"),
    CONTRACT("C", "Contract"),
    TEMPORARY("T", "Temporary"),
    INTERNSHIP("I", "Internship");

    final String code;
    final String words;

    Kind(String code, String words) {
      this.code = code;
      this.words = words;
    }
  }

  enum WorkType {
    ON_SITE("1", ""),
    REMOTE("2", " (Remote)"),
    HYBRID("3", " (Hybrid)");

    final String code;
    final String words;

    WorkType(String code, String words) {
      this.code = code;
      this.words = words;
    }
  }

  enum Apply {
    ON_SITE,
    OFF_SITE,
    UNSAID
  }

  private static final long FIRST_NUMBER = 4_301_000_000L;
  private static final long STEP = 17;

  long id() {
    return FIRST_NUMBER + STEP * number;
  }

  String place() {
    return metro.city + ", " + metro.state + workType.words;
  }

  String handle() {
    return Company.handle(company);
  }

  /// Of its page for people.
  String path() {
    return LinkedInSite.PREFIX + "/jobs/view/" + slug(title) + "-at-" + handle() + "-" + id();
  }

  boolean isNew() {
    return hoursAgo < 24;
  }

  String ago() {
    int days = hoursAgo / 24;
    return days == 0
        ? hoursAgo + (hoursAgo == 1 ? " hour ago" : " hours ago")
        : days < 7
            ? days + (days == 1 ? " day ago" : " days ago")
            : days / 7 + (days < 14 ? " week ago" : " weeks ago");
  }

  private static String slug(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
  }
}
