package com.aiqleads.local.sandbox;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The site in the manner of LinkedIn, as guests see it: fragments of ten cards each, none beyond
/// the thousandth, postings as fragments and as full pages with similar jobs, and the pages of who
/// hires. Whom it does not want it answers with a status of its own, or sends to a wall.
final class LinkedInSite {

  static final String PREFIX = "/linkedin";
  static final int ROWS = 10;
  static final int MAX_START = 1_000;
  static final int NOT_WANTED = 999;

  private static final String SEARCH = "/jobs-guest/jobs/api/seeMoreJobPostings/search";
  private static final String WALL = "/authwall";
  private static final Pattern POSTING =
      Pattern.compile("/jobs-guest/jobs/api/jobPosting/(\\d{10})");
  private static final Pattern PAGE =
      Pattern.compile("/jobs/view/(?:[a-z0-9-]{1,200}-)?(\\d{10})/?");
  private static final Pattern COMPANY = Pattern.compile("/company/([a-z0-9-]{1,100})/?");
  private static final int GONE_EVERY = 20;
  private static final Pattern WINDOW = Pattern.compile("r(\\d{1,9})");
  private static final int SIMILAR = 3;
  private static final int OLD_EVERY = 10;
  private static final long SECONDS_OF_HOUR = 3_600;

  private final List<Job> jobs;
  private final Map<String, Job> byId = new LinkedHashMap<>();
  private final Map<String, Company> companies = new LinkedHashMap<>();
  private final Faults faults;

  LinkedInSite(List<Job> jobs, Faults faults) {
    this.jobs =
        jobs.stream()
            .sorted(Comparator.comparingInt(Job::hoursAgo).thenComparingInt(Job::number))
            .toList();
    this.faults = faults;
    jobs.forEach(job -> byId.put(String.valueOf(job.id()), job));
    jobs.forEach(job -> companies.computeIfAbsent(job.handle(), _ -> Company.named(job.company())));
  }

  /// What it does with whom it does not let in.
  Optional<Answer> refusal(Request request) {
    if (faults.isOn(Fault.FORBIDDEN)) {
      return Optional.of(Answer.text(NOT_WANTED, "Request denied"));
    }
    if (!faults.isOn(Fault.LOGIN_WALL)) {
      return Optional.empty();
    }
    String back = URLEncoder.encode(request.path(), StandardCharsets.UTF_8);
    return Optional.of(
        request.path().equals(PREFIX + WALL)
            ? wall()
            : Answer.text(302, "")
                .with("Location", PREFIX + WALL + "?trk=gf&sessionRedirect=" + back));
  }

  private static Answer wall() {
    return Answer.html(
        Html.page("Sign Up | LinkedIn", "", "<div class=\"authwall-join-form\">Join</div>"));
  }

  Answer answer(Request request) {
    String path = request.path().substring(PREFIX.length());
    if (path.equals(SEARCH)) {
      return Answer.html(search(request.form()));
    }
    Matcher fragment = POSTING.matcher(path);
    if (fragment.matches()) {
      return posting(fragment.group(1), false);
    }
    Matcher page = PAGE.matcher(path);
    if (page.matches()) {
      return posting(page.group(1), true);
    }
    Matcher company = COMPANY.matcher(path);
    return company.matches() ? company(company.group(1)) : Answer.notFound();
  }

  /// One in twenty has taken its page down, though its postings lead there.
  private Answer company(String handle) {
    Company company = companies.get(handle);
    if (company == null || company.followers() % GONE_EVERY == 0) {
      return Answer.notFound();
    }
    boolean old = faults.isOn(Fault.OLD_LAYOUT) || company.followers() % OLD_EVERY == 7;
    List<Company> alike =
        companies.values().stream()
            .filter(other -> !other.equals(company) && other.city().equals(company.city()))
            .limit(SIMILAR)
            .toList();
    String html = new LinkedInCompanies(old).page(company, alike);
    return Answer.html(html).with("ETag", "\"" + Integer.toHexString(html.hashCode()) + "\"");
  }

  private String search(Map<String, String> asked) {
    int start = number(asked.getOrDefault("start", "0"));
    List<Job> found =
        jobs.stream()
            .filter(job -> isIn(job, asked.getOrDefault("location", "")))
            .filter(job -> isOneOf(job.workType().code, asked.getOrDefault("f_WT", "")))
            .filter(job -> isOneOf(job.kind().code, asked.getOrDefault("f_JT", "")))
            .filter(job -> isWithin(job, asked.getOrDefault("f_TPR", "")))
            .skip(start)
            .limit(start < MAX_START ? ROWS : 0)
            .toList();
    return LinkedInCards.of(found, faults.isOn(Fault.OLD_LAYOUT));
  }

  private static boolean isIn(Job job, String location) {
    String city = location.split(",", 2)[0].strip().toLowerCase(Locale.ROOT);
    return job.metro().city.toLowerCase(Locale.ROOT).equals(city);
  }

  private static boolean isOneOf(String code, String asked) {
    return asked.isEmpty() || List.of(asked.split(",")).contains(code);
  }

  private static boolean isWithin(Job job, String window) {
    Matcher seconds = WINDOW.matcher(window);
    return !seconds.matches()
        || job.hoursAgo() * SECONDS_OF_HOUR < Long.parseLong(seconds.group(1));
  }

  private Answer posting(String id, boolean whole) {
    Job job = byId.get(id);
    if (job == null || isTakenDown(job)) {
      return Answer.notFound();
    }
    boolean old = faults.isOn(Fault.OLD_LAYOUT) || job.number() % OLD_EVERY == 7;
    LinkedInPages pages = new LinkedInPages(old, faults.isOn(Fault.REPRICE));
    String html = whole ? pages.page(job, similar(job)) : pages.fragment(job);
    return Answer.html(html).with("ETag", "\"" + Integer.toHexString(html.hashCode()) + "\"");
  }

  /// Half of what takes no applications any more; of the other half the page says so.
  private static boolean isTakenDown(Job job) {
    return job.closed() && job.number() % 2 == 0;
  }

  private List<Job> similar(Job job) {
    return jobs.stream()
        .filter(other -> other.metro() == job.metro() && other.number() != job.number())
        .limit(SIMILAR)
        .toList();
  }

  private static int number(String text) {
    return text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
  }
}
