package com.aiqleads.acquisition.corpus;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How well clusters agree with labels: by pairs, and by members as Bagga and Baldwin count
/// (B-cubed), where a big wrong cluster does not outweigh everything.
public record Agreement(
    double precision, double recall, double bCubedPrecision, double bCubedRecall) {

  /// Of clusters, each as the labels of its members.
  public static Agreement of(Collection<List<Integer>> clusters) {
    Map<Integer, Long> sizes = new HashMap<>();
    clusters.forEach(cluster -> cluster.forEach(label -> sizes.merge(label, 1L, Long::sum)));
    double found = 0;
    double right = 0;
    double purity = 0;
    double share = 0;
    for (List<Integer> cluster : clusters) {
      Map<Integer, Long> within = new HashMap<>();
      cluster.forEach(label -> within.merge(label, 1L, Long::sum));
      found += pairs(cluster.size());
      for (Map.Entry<Integer, Long> each : within.entrySet()) {
        double together = each.getValue();
        right += pairs(together);
        purity += together * together / cluster.size();
        share += together * together / sizes.getOrDefault(each.getKey(), 1L);
      }
    }
    double wanted = sizes.values().stream().mapToDouble(Agreement::pairs).sum();
    double members = clusters.stream().mapToInt(List::size).sum();
    return new Agreement(
        ratio(right, found), ratio(right, wanted), ratio(purity, members), ratio(share, members));
  }

  private static double pairs(double size) {
    return size * (size - 1) / 2;
  }

  private static double ratio(double part, double all) {
    return all == 0 ? 1 : part / all;
  }
}
