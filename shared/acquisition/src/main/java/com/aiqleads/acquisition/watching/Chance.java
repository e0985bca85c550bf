package com.aiqleads.acquisition.watching;

import java.util.Arrays;

/// How likely it is that what is seen is nothing but luck.
final class Chance {

  private Chance() {}

  /// Of so many tries that succeed with this share each, so many or more.
  static double atLeast(int successes, int tries, double share) {
    double sum = 0;
    for (int count = successes; count <= tries; count++) {
      sum += exactly(count, tries, share);
    }
    return Math.min(1, sum);
  }

  /// So many or fewer.
  static double atMost(int successes, int tries, double share) {
    return atLeast(tries - successes, tries, 1 - share);
  }

  private static double exactly(int successes, int tries, double share) {
    if (share <= 0) {
      return successes == 0 ? 1 : 0;
    }
    if (share >= 1) {
      return successes == tries ? 1 : 0;
    }
    double log = successes * Math.log(share) + (tries - successes) * Math.log(1 - share);
    for (int at = 1; at <= successes; at++) {
      log += Math.log((double) (tries - successes + at) / at);
    }
    return Math.exp(log);
  }

  /// The largest distance between the distributions of two samples (Kolmogorov, Smirnov).
  static double distance(double[] one, double[] other) {
    double[] first = sorted(one);
    double[] second = sorted(other);
    double widest = 0;
    int behindFirst = 0;
    int behindSecond = 0;
    while (behindFirst < first.length && behindSecond < second.length) {
      double at = Math.min(first[behindFirst], second[behindSecond]);
      while (behindFirst < first.length && first[behindFirst] <= at) {
        behindFirst++;
      }
      while (behindSecond < second.length && second[behindSecond] <= at) {
        behindSecond++;
      }
      double gap = (double) behindFirst / first.length - (double) behindSecond / second.length;
      widest = Math.max(widest, Math.abs(gap));
    }
    return widest;
  }

  /// That two samples of one distribution are so far apart, at most.
  static double ofDistance(double distance, int one, int other) {
    double size = (double) one * other / (one + other);
    return Math.min(1, 2 * Math.exp(-2 * distance * distance * size));
  }

  private static double[] sorted(double[] values) {
    double[] copy = values.clone();
    Arrays.sort(copy);
    return copy;
  }
}
