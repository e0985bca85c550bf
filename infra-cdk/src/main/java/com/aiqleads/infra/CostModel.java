package com.aiqleads.infra;

import com.aiqleads.manifest.EventName;
import com.aiqleads.manifest.FunctionManifest;
import com.aiqleads.manifest.Repository;
import com.aiqleads.manifest.Resource;
import com.aiqleads.manifest.Schedule;
import com.aiqleads.manifest.Trigger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// What a million leads cost: what each of them causes, and a month of what stands there for all,
/// see [StandingCosts]. Triggers, memory, batches and stores come from the manifests, the rest from
/// two files.
final class CostModel {

  /// One thing on the bill.
  record Line(String what, double usd) {}

  static final double LEADS = 1_000_000;

  private static final Resource QUOTAS = new Resource("platform", "quotas");

  private static final double DAYS = 30.4;
  private static final double MS_PER_SECOND = 1000;
  private static final double MB_PER_GB = 1024;
  private static final double KB_PER_GB = 1024 * 1024;

  /// Sends go out in tens at most, and a mapping receives tens at most.
  private static final double MESSAGES_PER_REQUEST = 10;

  private final Repository repository;
  private final Numbers prices;
  private final Numbers measured;
  private final StandingCosts standing;

  CostModel(Repository repository, Stage stage, Numbers prices, Numbers measured) {
    this.repository = repository;
    this.prices = prices;
    this.measured = measured;
    this.standing = new StandingCosts(repository, stage, prices, measured);
  }

  /// What a million leads cause.
  List<Line> caused() {
    List<Line> lines = new ArrayList<>();
    for (FunctionManifest function : repository.functions()) {
      lines.add(new Line("Lambda " + function.id(), compute(function)));
    }
    lines.add(new Line("SQS", messages()));
    lines.add(new Line("KMS", LEADS * measured.get("kms-per-lead") * prices.get("kms.request")));
    lines.add(new Line("DynamoDB", tables()));
    lines.add(new Line("Quotas", counted() * prices.get("dynamodb.write")));
    lines.add(new Line("S3", objects()));
    lines.add(new Line("HTTP API, firewall, CloudFront", requests()));
    lines.add(new Line("Logs", logs()));
    lines.add(new Line("Traces", invocationsInAll() * sampled() * prices.get("xray.trace")));
    lines.add(new Line("NAT traffic", pages() * pageGb() * prices.get("nat.gb")));
    return lines;
  }

  /// A month of what is there whether leads come or not.
  StandingCosts standing() {
    return standing;
  }

  private double compute(FunctionManifest function) {
    double gigabytes = function.limits().memoryMb() / MB_PER_GB;
    double seconds = unitsOf(function) * milliseconds(function) / MS_PER_SECOND;
    return seconds * gigabytes * prices.get("lambda.gb-second")
        + invocations(function) * prices.get("lambda.request");
  }

  /// For one unit of its work: an event, a request, a run.
  private double milliseconds(FunctionManifest function) {
    return of("ms.", function.id().text());
  }

  /// What nobody measured yet is taken to be as the file says for all such things.
  private double of(String kind, String name) {
    return measured.find(kind + name).orElseGet(() -> measured.get(kind + "unmeasured"));
  }

  /// Functions whose time was not measured; what they cost is a guess.
  List<String> unmeasured() {
    return repository.functions().stream()
        .map(function -> function.id().text())
        .filter(id -> measured.find("ms." + id).isEmpty())
        .toList();
  }

  private double unitsOf(FunctionManifest function) {
    return switch (function.trigger()) {
      case Trigger.OnEvents(List<EventName> events) ->
          events.stream().mapToDouble(this::sent).sum();
      case Trigger.OnHttp _ -> LEADS * of("requests-per-lead.", function.id().text());
      case Trigger.OnSchedule(Schedule schedule) -> runs(schedule);
      case Trigger.OnBucket _, Trigger.OnDemand _ -> 0;
    };
  }

  private double invocations(FunctionManifest function) {
    double together =
        function.hasQueue() ? Math.min(function.limits().batch(), measured.get("batch")) : 1;
    return unitsOf(function) / together;
  }

  private double invocationsInAll() {
    return repository.functions().stream().mapToDouble(this::invocations).sum();
  }

  private double sent(EventName event) {
    return LEADS * of("per-lead.", event.text());
  }

  private static double runs(Schedule schedule) {
    return switch (schedule) {
      case Schedule.Rate rate -> Duration.ofDays(1).toMillis() * DAYS / rate.every().toMillis();
      // Crons here run once a day at most.
      case Schedule.Cron _ -> DAYS;
    };
  }

  /// Sent and received in batches, deleted in batches; each taker has a copy of its own.
  private double messages() {
    double copies =
        repository.functions().stream()
            .filter(FunctionManifest::hasQueue)
            .mapToDouble(this::unitsOf)
            .sum();
    double received = Math.min(MESSAGES_PER_REQUEST, measured.get("batch"));
    double requests = copies / measured.get("sent-together") + 2 * copies / received;
    double polls =
        repository.functions().stream().filter(FunctionManifest::hasQueue).count()
            * measured.get("idle-polls-per-hour")
            * StandingCosts.HOURS;
    return (requests + polls) * prices.get("sqs.request");
  }

  private double tables() {
    return pages()
        * (measured.get("table-writes-per-page") * prices.get("dynamodb.write")
            + measured.get("table-reads-per-page") * prices.get("dynamodb.read"));
  }

  private double objects() {
    return pages()
        * (prices.get("s3.put") + prices.get("s3.get") + pageGb() * prices.get("s3.gb-month"));
  }

  private double pages() {
    return sent(new EventName("PageFetched", 1));
  }

  private double pageGb() {
    return measured.get("page-kb") / KB_PER_GB;
  }

  private double requests() {
    double requests =
        repository.functions().stream()
            .filter(function -> !function.routes().isEmpty())
            .mapToDouble(this::unitsOf)
            .sum();
    return requests
        * (prices.get("api.request")
            + prices.get("waf.request")
            + prices.get("cloudfront.request"));
  }

  /// Each request of a known caller is a write, whatever came of it.
  private double counted() {
    return repository.functions().stream()
        .filter(it -> it.uses().tables().containsKey(QUOTAS))
        .mapToDouble(this::unitsOf)
        .sum();
  }

  private double logs() {
    double kilobytes =
        repository.functions().stream().mapToDouble(this::unitsOf).sum()
            * measured.get("log-kb-per-unit");
    return kilobytes / KB_PER_GB * prices.get("logs.gb");
  }

  private double sampled() {
    return measured.get("traced-share");
  }
}
