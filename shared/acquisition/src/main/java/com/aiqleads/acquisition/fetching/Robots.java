package com.aiqleads.acquisition.fetching;

import com.aiqleads.acquisition.fetching.PageAnswer.Answered;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Robots files, kept for as long as RFC 9309 lets them be kept.
final class Robots {

  static final Duration KEPT = Duration.ofHours(24);
  static final Duration KEPT_IF_UNREADABLE = Duration.ofHours(1);

  private static final int FIRST_CLIENT_ERROR = 400;
  private static final int FIRST_SERVER_ERROR = 500;
  private static final int OK = 200;
  private static final PageBytes NOTHING = PageBytes.of("");

  /// A file as read, good until its time is over.
  record Entry(RobotsRules rules, RobotsEvidence evidence, Instant goodUntil) {}

  private final ReadRobots reader;
  private final Map<String, Entry> entries = new ConcurrentHashMap<>();

  Robots(ReadRobots reader) {
    this.reader = reader;
  }

  static URI of(URI page) {
    return page.resolve("/robots.txt");
  }

  boolean knows(URI page, Instant now) {
    Entry entry = entries.get(of(page).toString());
    return entry != null && now.isBefore(entry.goodUntil);
  }

  Entry of(URI page, Instant now) {
    Entry entry = entries.get(of(page).toString());
    return entry == null ? unreadable(of(page), 0, now) : entry;
  }

  /// Remembers what the answer means: a file, no file, or one that cannot be read.
  Entry learn(URI robotsUrl, PageAnswer answer, String robotsName, Instant now) {
    Entry entry =
        switch (answer) {
          case Answered answered -> read(robotsUrl, answered, robotsName, now);
          case PageAnswer.TooLarge _, PageAnswer.Failed _, PageAnswer.NotSent _ ->
              unreadable(robotsUrl, 0, now);
        };
    entries.put(robotsUrl.toString(), entry);
    return entry;
  }

  private Entry read(URI url, Answered answer, String robotsName, Instant now) {
    int status = answer.status();
    if (status == OK) {
      RobotsRules rules =
          reader.read(url, answer.body(), answer.header("content-type"), robotsName);
      return new Entry(rules, new RobotsEvidence(url, status, answer.body(), now), now.plus(KEPT));
    }
    return status >= FIRST_CLIENT_ERROR && status < FIRST_SERVER_ERROR && status != 429
        ? new Entry(
            RobotsRules.NO_RESTRICTION,
            new RobotsEvidence(url, status, NOTHING, now),
            now.plus(KEPT))
        : unreadable(url, status, now);
  }

  private static Entry unreadable(URI url, int status, Instant now) {
    return new Entry(
        RobotsRules.COMPLETE_DISALLOW,
        new RobotsEvidence(url, status, NOTHING, now),
        now.plus(KEPT_IF_UNREADABLE));
  }
}
