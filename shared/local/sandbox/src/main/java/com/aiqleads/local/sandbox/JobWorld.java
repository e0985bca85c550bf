package com.aiqleads.local.sandbox;

import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Draws the jobs of a seed, one after another.
final class JobWorld {

  /// For each so many homes so many jobs.
  private static final int JOBS = 3;

  private static final int HOMES = 17;
  private static final int CLOSED_PERCENT = 4;
  private static final int UNPAID_PERCENT = 40;
  private static final int NEWEST_PERCENT = 10;
  private static final int MAX_HOURS = 40 * 24;

  private static final List<Metro> METROS = List.of(Metro.values());
  private static final List<String> NAMES =
      List.of(
          "Harbor Lane",
          "Tidewater",
          "Copper Field",
          "Gull Street",
          "Juniper Hill",
          "Northgate",
          "Larkspur",
          "Quarry Road",
          "Saltbox",
          "Willow Bend",
          "Cedar Wharf",
          "Bright Ledger");
  private static final List<String> TRADES =
      List.of("Accounting", "CPAs", "Tax", "Books", "Advisory", "Payroll", "Audit Partners");
  private static final List<String> TITLES =
      List.of(
          "Staff Accountant",
          "Senior Accountant",
          "Audit Senior",
          "Tax Associate",
          "Tax Manager",
          "Bookkeeper",
          "Payroll Specialist",
          "Accounts Payable Clerk",
          "Financial Controller",
          "Internal Auditor",
          "Accounting Manager",
          "Cost Accountant",
          "AR Specialist",
          "Fund Accountant",
          "FP&A Analyst",
          "Assurance Associate");
  private static final List<String> LEVELS =
      List.of("Entry level", "Associate", "Mid-Senior level", "Director", "Not Applicable");
  private static final List<String> TASKS =
      List.of(
          "You own the month-end close and the reconciliations.",
          "You prepare 1040 and 1120-S returns and answer notices.",
          "You plan audits under GAAS and lead two associates.",
          "You run payroll for forty clients in ADP and Gusto.",
          "You keep the books of small firms in QuickBooks Online.");
  private static final List<String> WISHES =
      List.of(
          "CPA or CPA candidate required",
          "No CPA required",
          "Three years with NetSuite or Sage Intacct",
          "Excel: pivot tables and Power Query",
          "EA preferred; full study support");

  private final SplittableRandom random;
  private final LocalDate today;

  private JobWorld(long seed, LocalDate today) {
    this.random = new SplittableRandom(seed);
    this.today = today;
  }

  /// A larger world of homes has more jobs, the first of them the same.
  static List<Job> drawn(long seed, int homes, LocalDate today) {
    JobWorld world = new JobWorld(seed + 4, today);
    return IntStream.range(0, homes * JOBS / HOMES).mapToObj(world::job).toList();
  }

  private Job job(int number) {
    Metro metro = METROS.get(number % METROS.size());
    int hoursAgo =
        random.nextInt(100) < NEWEST_PERCENT ? random.nextInt(24) : random.nextInt(24, MAX_HOURS);
    return new Job(
        number,
        metro,
        any(NAMES) + " " + any(TRADES),
        any(TITLES),
        any(LEVELS),
        random.nextInt(10) < 7 ? Job.Kind.FULL_TIME : any(List.of(Job.Kind.values())),
        any(List.of(Job.WorkType.values())),
        salary(),
        hoursAgo,
        today.minusDays(hoursAgo / 24),
        any(List.of(Job.Apply.values())),
        random.nextInt(100) < CLOSED_PERCENT,
        "<strong>About us</strong><br>We are a team of "
            + (3 + random.nextInt(200))
            + " in "
            + metro.city
            + ".<p>"
            + any(TASKS)
            + "</p><ul><li>"
            + any(WISHES)
            + "</li><li>"
            + any(WISHES)
            + "</li></ul>");
  }

  private String salary() {
    if (random.nextInt(100) < UNPAID_PERCENT) {
      return "";
    }
    int thousands = 45 + random.nextInt(90);
    return random.nextInt(5) == 0
        ? "$%d.50/hr - $%d.00/hr".formatted(thousands / 2, thousands / 2 + 8)
        : "$%d,000.00/yr - $%d,000.00/yr".formatted(thousands, thousands + 20);
  }

  private <T> T any(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
