package com.aiqleads.acquisition.parsing;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiPredicate;

/// Joins two lists that name the same things in the same order, where either may lack some. Two
/// elements belong together if every longest way through both lists pairs them: where a name
/// repeats and something is missing nobody can tell which is meant, and none is taken.
final class Alignment {

  /// Stands for an element that has no certain partner.
  static final int NONE = -1;

  private Alignment() {}

  /// For each element of the first list the index of its partner in the second.
  static <A, B> int[] of(List<A> first, List<B> second, BiPredicate<A, B> same) {
    boolean[][] equal = new boolean[first.size()][second.size()];
    for (int row = 0; row < first.size(); row++) {
      for (int item = 0; item < second.size(); item++) {
        equal[row][item] = same.test(first.get(row), second.get(item));
      }
    }
    int[][] before = before(equal, first.size(), second.size());
    int[][] after = after(equal, first.size(), second.size());
    int longest = before[first.size()][second.size()];
    int[] partners = new int[first.size()];
    int[] suitors = new int[second.size()];
    Arrays.fill(partners, NONE);
    for (int row = 0; row < first.size(); row++) {
      int candidates = 0;
      for (int item = 0; item < second.size(); item++) {
        if (equal[row][item] && before[row][item] + 1 + after[row + 1][item + 1] == longest) {
          candidates++;
          suitors[item]++;
          partners[row] = item;
        }
      }
      partners[row] = candidates == 1 ? partners[row] : NONE;
    }
    for (int row = 0; row < first.size(); row++) {
      if (partners[row] != NONE && suitors[partners[row]] > 1) {
        partners[row] = NONE;
      }
    }
    return partners;
  }

  /// The length of the longest way through the first so many of each.
  private static int[][] before(boolean[][] equal, int rows, int items) {
    int[][] longest = new int[rows + 1][items + 1];
    for (int row = 1; row <= rows; row++) {
      for (int item = 1; item <= items; item++) {
        longest[row][item] =
            equal[row - 1][item - 1]
                ? longest[row - 1][item - 1] + 1
                : Math.max(longest[row - 1][item], longest[row][item - 1]);
      }
    }
    return longest;
  }

  /// The same from there to the end.
  private static int[][] after(boolean[][] equal, int rows, int items) {
    int[][] longest = new int[rows + 1][items + 1];
    for (int row = rows - 1; row >= 0; row--) {
      for (int item = items - 1; item >= 0; item--) {
        longest[row][item] =
            equal[row][item]
                ? longest[row + 1][item + 1] + 1
                : Math.max(longest[row + 1][item], longest[row][item + 1]);
      }
    }
    return longest;
  }
}
