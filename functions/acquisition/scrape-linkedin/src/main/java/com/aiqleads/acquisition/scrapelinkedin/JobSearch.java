package com.aiqleads.acquisition.scrapelinkedin;

import com.aiqleads.acquisition.fetching.PageRequest;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// One answer of a search for accounting jobs in a place; all of it stands in the request's
/// address.
///
/// @param workType on site, remote or hybrid, as the site numbers them; empty for all
/// @param jobType full-time, part-time and so on, by the site's letters; empty for all
/// @param withinSeconds of the last so many only; zero for any time
/// @param start how many postings lie before the first that is shown
record JobSearch(String workType, String jobType, int withinSeconds, int start) {

  static final JobSearch FIRST = new JobSearch("", "", 0, 0);

  /// What lies beyond is shown to nobody.
  static final int MAX_START = 1_000;

  private static final String KEYWORDS = "accountant";
  private static final String PATH = "jobs-guest/jobs/api/seeMoreJobPostings/search";
  private static final List<String> WORK_TYPES = List.of("1", "2", "3");
  private static final List<String> JOB_TYPES = List.of("F", "P", "C", "T", "I", "V", "O");
  private static final int DAY_SECONDS = 86_400;

  /// Narrower and narrower: a month, a week, a day, an hour.
  private static final List<Integer> WINDOWS =
      List.of(30 * DAY_SECONDS, 7 * DAY_SECONDS, DAY_SECONDS, 3_600);

  private static final Pattern WORK_TYPE = Pattern.compile("[?&]f_WT=(\\d)");
  private static final Pattern JOB_TYPE = Pattern.compile("[?&]f_JT=([A-Z])");
  private static final Pattern WITHIN = Pattern.compile("[?&]f_TPR=r(\\d{1,8})(?:&|$)");
  private static final Pattern START = Pattern.compile("[?&]start=(\\d{1,4})(?:&|$)");

  static JobSearch in(URI request) {
    String query = "?" + Objects.requireNonNullElse(request.getRawQuery(), "");
    return new JobSearch(
        first(WORK_TYPE, query).orElse(""),
        first(JOB_TYPE, query).orElse(""),
        first(WITHIN, query).map(Integer::valueOf).orElse(0),
        first(START, query).map(Integer::valueOf).orElse(0));
  }

  private static Optional<String> first(Pattern pattern, String query) {
    Matcher found = pattern.matcher(query);
    return found.find() ? Optional.of(found.group(1)) : Optional.empty();
  }

  PageRequest request(URI site, String place) {
    String filters =
        (workType.isEmpty() ? "" : "&f_WT=" + workType)
            + (jobType.isEmpty() ? "" : "&f_JT=" + jobType)
            + (withinSeconds == 0 ? "" : "&f_TPR=r" + withinSeconds);
    String query =
        "?keywords=" + KEYWORDS + "&location=" + encoded(place) + filters + "&start=" + start;
    return PageRequest.get(site.resolve(PATH + query));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /// Behind what came: the site sends ten, or fewer, whatever was asked for.
  Optional<JobSearch> behind(int returned) {
    int next = start + returned;
    return returned > 0 && next < MAX_START
        ? Optional.of(new JobSearch(workType, jobType, withinSeconds, next))
        : Optional.empty();
  }

  /// Whether what came ends where the site shows no more, though there may be more.
  boolean isFull(int returned) {
    return returned > 0 && start + returned >= MAX_START;
  }

  /// Several searches that show more of it together: by where one works, then by how long, then
  /// the latest of each; and the latest of all, for a posting may name neither.
  List<JobSearch> narrower() {
    if (!workType.isEmpty() && !jobType.isEmpty()) {
      return shorter().stream().toList();
    }
    if (!workType.isEmpty()) {
      return JOB_TYPES.stream()
          .map(part -> new JobSearch(workType, part, withinSeconds, 0))
          .toList();
    }
    Stream<JobSearch> parts =
        WORK_TYPES.stream().map(part -> new JobSearch(part, jobType, withinSeconds, 0));
    return Stream.concat(parts, shorter().stream()).toList();
  }

  private Optional<JobSearch> shorter() {
    return WINDOWS.stream()
        .filter(window -> withinSeconds == 0 || window < withinSeconds)
        .findFirst()
        .map(window -> new JobSearch(workType, jobType, window, 0));
  }
}
