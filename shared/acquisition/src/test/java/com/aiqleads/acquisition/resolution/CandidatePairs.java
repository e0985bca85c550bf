package com.aiqleads.acquisition.resolution;

import com.aiqleads.acquisition.matching.Traits;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The pairs of advertisements that share a blocking key: those that are compared at all.
public final class CandidatePairs {

  /// By their places in the list that they are of.
  public record Pair(int one, int other) {}

  private CandidatePairs() {}

  public static Set<Pair> of(List<Traits> all) {
    Map<BlockingKey, List<Integer>> holders = new HashMap<>();
    Set<Pair> pairs = new HashSet<>();
    for (int index = 0; index < all.size(); index++) {
      for (BlockingKey key : BlockingKey.of(all.get(index))) {
        List<Integer> before = holders.computeIfAbsent(key, _ -> new ArrayList<>());
        int newest = Math.max(0, before.size() - Leads.MAX_CANDIDATES);
        for (int other : before.subList(newest, before.size())) {
          pairs.add(new Pair(other, index));
        }
        before.add(index);
      }
    }
    return pairs;
  }

  public static Set<BlockingKey> keys(Advertisement one) {
    return BlockingKey.of(one);
  }

  public static List<Traits> traits(List<Advertisement> all) {
    return all.stream().map(Advertisement::traits).toList();
  }
}
