package com.aiqleads.marketplace.store;

import com.aiqleads.marketplace.payments.GatewayFact.Standing;
import com.aiqleads.marketplace.payments.GatewayMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// What happened to one payment, as it was told: what is in between may be lost, anything may come
/// twice. The last of each refund and dispute comes at least once, as it is sent for three days;
/// that the payment succeeded or failed may be lost for good, since we ask for that; but not that
/// it succeeded after it failed, since then nobody asks any more.
///
/// @param amount in cents
/// @param reversed how much of it the bank has in the end
/// @param told in no order
record GatewayHistory(
    String name, long amount, boolean isPaid, long reversed, List<GatewayMessage> told) {

  private static final int MOST_DISPUTES = 2;
  private static final int MOST_REFUNDS = 3;

  static GatewayHistory drawn(String name, RandomGenerator random) {
    List<GatewayMessage> told = new ArrayList<>();
    long amount = random.nextInt(5_00, 300_00);
    boolean isPaid = random.nextInt(8) > 0;
    maybe(told, random, GatewayTalk.declined(name));
    maybe(told, random, GatewayTalk.pending(name));
    boolean mayFail = random.nextInt(6) == 0;
    if (mayFail || !isPaid) {
      maybe(told, random, GatewayTalk.failed(name));
    }
    if (!isPaid) {
      return new GatewayHistory(name, amount, false, 0, told);
    }
    if (mayFail) {
      surely(told, random, GatewayTalk.paid(name, amount));
    } else {
      maybe(told, random, GatewayTalk.paid(name, amount));
    }
    long reversed = refunds(name, amount, told, random);
    for (int nr = random.nextInt(MOST_DISPUTES + 1); nr > 0; nr--) {
      reversed += dispute("d" + nr, name, amount, told, random);
    }
    return new GatewayHistory(name, amount, true, Math.min(amount, reversed), told);
  }

  private static long refunds(
      String name, long amount, List<GatewayMessage> told, RandomGenerator random) {
    long total = 0;
    for (int nr = random.nextInt(MOST_REFUNDS); nr > 0 && total < amount; nr--) {
      if (total > 0) {
        maybe(told, random, GatewayTalk.refunded(name, total));
      }
      total += random.nextLong(1, amount - total + 1);
    }
    if (total > 0) {
      surely(told, random, GatewayTalk.refunded(name, total));
    }
    return total;
  }

  private static long dispute(
      String dispute, String name, long amount, List<GatewayMessage> told, RandomGenerator random) {
    long contested = 0;
    List<Standing> course =
        switch (random.nextInt(4)) {
          case 0 -> List.of(Standing.OPEN);
          case 1 -> List.of(Standing.OPEN, Standing.OPEN, Standing.WON);
          case 2 -> List.of(Standing.OPEN, Standing.LOST, Standing.WON);
          default -> List.of(Standing.OPEN, Standing.LOST);
        };
    for (int at = 0; at < course.size(); at++) {
      contested = random.nextLong(1, amount + 1);
      GatewayMessage message = GatewayTalk.disputed(dispute, name, contested, course.get(at), at);
      if (at == course.size() - 1) {
        surely(told, random, message);
      } else {
        maybe(told, random, message);
      }
    }
    return course.getLast() == Standing.LOST ? contested : 0;
  }

  private static void surely(
      List<GatewayMessage> told, RandomGenerator random, GatewayMessage message) {
    told.add(message);
    maybe(told, random, message);
  }

  private static void maybe(
      List<GatewayMessage> told, RandomGenerator random, GatewayMessage message) {
    for (int times = random.nextInt(3); times > 0; times--) {
      told.add(message);
    }
  }
}
