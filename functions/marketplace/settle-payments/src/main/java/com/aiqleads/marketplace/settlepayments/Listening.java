package com.aiqleads.marketplace.settlepayments;

import com.aiqleads.marketplace.payments.GatewayMessage;
import com.aiqleads.marketplace.payments.GatewayMessages;
import com.aiqleads.marketplace.payments.Hearing;
import com.aiqleads.marketplace.payments.Payments;
import com.aiqleads.marketplace.payments.Said;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hears what the gateway has said, a piece of time after the other: what was heard is not lost
/// with what comes after it.
final class Listening {

  /// Of clocks that differ, and of what was being written down.
  private static final Duration OVERLAP = Duration.ofHours(1);

  /// How long a message that cannot be heard is tried again.
  private static final Duration PATIENCE = Duration.ofDays(1);

  private static final Duration LONGEST = Duration.ofDays(1);
  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final int MOST = 2_000;
  private static final Logger LOG = LoggerFactory.getLogger(Listening.class);

  private final Payments payments;
  private final GatewayMessages messages;
  private final BooleanSupplier hasTime;
  private Duration step = LONGEST;
  private boolean isWhole = true;
  private int news;
  private int failed;

  Listening(Payments payments, GatewayMessages messages, BooleanSupplier hasTime) {
    this.payments = payments;
    this.messages = messages;
    this.hasTime = hasTime;
  }

  /// How many messages were heard of which nobody had told.
  int news() {
    return news;
  }

  int failed() {
    return failed;
  }

  /// Only when all else is done: somebody has to know.
  void mustBeWhole() {
    if (failed > 0) {
      throw new IllegalStateException(failed + " messages of the gateway were not understood");
    }
  }

  void until(Instant now) {
    Instant from = payments.heardUntil().minus(OVERLAP);
    for (int piece = 0; piece < MOST && from.isBefore(now) && hasTime.getAsBoolean(); piece++) {
      Instant until = earlier(from.plus(step), now);
      switch (messages.between(from, until)) {
        case Said.All said -> {
          if (!hear(said)) {
            return;
          }
          from = until;
          step = shorter(step.multipliedBy(2), LONGEST);
          note(until, now);
        }
        case Said.TooMuch _ -> {
          if (step.equals(SHORTEST)) {
            throw new IllegalStateException("the gateway says more than can be heard: " + from);
          }
          step = Duration.ofSeconds(Math.max(SHORTEST.toSeconds(), step.toSeconds() / 2));
        }
        case Said.Silence _ -> {
          return;
        }
      }
    }
  }

  /// Whether there was time for all of it.
  private boolean hear(Said.All said) {
    int missed = said.unread();
    for (GatewayMessage message : said.messages()) {
      if (!hasTime.getAsBoolean()) {
        return false;
      }
      missed += isHeard(message) ? 0 : 1;
    }
    failed += missed;
    isWhole &= missed == 0;
    return true;
  }

  private boolean isHeard(GatewayMessage message) {
    try {
      Hearing hearing = payments.heard(message);
      news += hearing == Hearing.APPLIED || hearing == Hearing.KEPT ? 1 : 0;
      return true;
    } catch (RuntimeException e) {
      LOG.atError()
          .addKeyValue("message", message.id())
          .addKeyValue("type", message.kind())
          .setCause(e)
          .log("a message of the gateway could not be heard");
      return false;
    }
  }

  /// What was missed is heard again, but not for ever.
  private void note(Instant until, Instant now) {
    boolean isPast = until.isBefore(now.minus(PATIENCE));
    if (isWhole || isPast) {
      payments.heardUntil(until);
    }
    isWhole |= isPast;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
