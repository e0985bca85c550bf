package com.aiqleads.acquisition.address;

import com.aiqleads.acquisition.RawAddress;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// How many of the labelled addresses are read right, and how many are read in a second by one
/// thread.
public final class AddressBench {

  private static final double FLOOR = 0.95;
  private static final Duration MEASURED = Duration.ofSeconds(3);

  private AddressBench() {}

  public static void main(String[] arguments) {
    List<LabelledAddress> heldOut = LabelledAddress.in("held-out.txt");
    List<LabelledAddress> all =
        Stream.concat(LabelledAddress.in("labelled.txt").stream(), heldOut.stream()).toList();
    List<String> written = all.stream().map(LabelledAddress::written).toList();
    perSecond(written);
    double rate = perSecond(written);
    double accuracy = accuracy(all);

    System.out.printf(Locale.ROOT, "labelled: %d%n", all.size());
    System.out.printf(Locale.ROOT, "accuracy-held-out: %.3f%n", accuracy(heldOut));
    System.out.printf(Locale.ROOT, "accuracy: %.3f%n", accuracy);
    System.out.printf(Locale.ROOT, "addresses: %.0f /s%n", rate);
    if (accuracy < FLOOR) {
      throw new IllegalStateException("too few addresses are read right");
    }
  }

  private static double accuracy(List<LabelledAddress> labelled) {
    return (double) labelled.stream().filter(LabelledAddress::isRead).count() / labelled.size();
  }

  private static double perSecond(List<String> written) {
    long start = System.nanoTime();
    long read = 0;
    long took = 0;
    while (took < MEASURED.toNanos()) {
      for (String each : written) {
        Addresses.normalise(each);
        Addresses.normalise(new RawAddress(each, "Miami", "FL", "33137"));
        read += 2;
      }
      took = System.nanoTime() - start;
    }
    return read * 1e9 / took;
  }
}
