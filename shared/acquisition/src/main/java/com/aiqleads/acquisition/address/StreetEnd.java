package com.aiqleads.acquisition.address;

import java.util.List;

/// Where a street ends and its city begins, if nothing but the words tells.
final class StreetEnd {

  /// Number, then at least one word of the name.
  private static final int FIRST_SUFFIX = 2;

  private static final int LONGEST_ABBREVIATION = 2;

  private final List<String> words;

  private StreetEnd(List<String> words) {
    this.words = words;
  }

  /// The index of the first word of the city; the number of words if there is none.
  static int of(List<String> words) {
    StreetEnd street = new StreetEnd(words);
    return street.behindUnit(street.behindDirectional(street.behindName()));
  }

  private int behindName() {
    if (isGrid()) {
      return FIRST_SUFFIX + 2;
    }
    for (int index = 1; index + 1 < words.size(); index++) {
      boolean road = index > 1 || NumberedRoad.at(words.subList(1, words.size())).isPresent();
      if (road && isRoad(index) && AddressWords.hasDigit(words.get(index + 1))) {
        return index + 2;
      }
    }
    int plain = plainSuffix();
    return plain > 0 ? plain : anySuffix();
  }

  /// `842 E 1700 S`: the last letter is the directional behind it.
  private boolean isGrid() {
    return words.size() > FIRST_SUFFIX + 1
        && isDirectional(1)
        && AddressWords.isNumber(words.get(FIRST_SUFFIX))
        && isDirectional(FIRST_SUFFIX + 1);
  }

  private boolean isRoad(int index) {
    String suffix = StreetWords.suffix(words.get(index));
    return suffix != null && (suffix.equals("HWY") || suffix.equals("RD") || suffix.equals("RTE"));
  }

  private int plainSuffix() {
    int end = 0;
    for (int index = FIRST_SUFFIX; index < words.size(); index++) {
      boolean plain = StreetWords.isPlainSuffix(words.get(index));
      boolean saint = words.get(index).equals("ST") && index + 1 < words.size();
      if (end > 0 && (!plain || saint)) {
        return end;
      }
      end = plain ? index + 1 : end;
    }
    return end;
  }

  private int anySuffix() {
    for (int index = FIRST_SUFFIX; index < words.size(); index++) {
      if (StreetWords.suffix(words.get(index)) != null) {
        return index + 1;
      }
    }
    return words.size();
  }

  /// `MAIN ST NW WASHINGTON`, but `MAIN ST NORTH MIAMI`.
  private int behindDirectional(int index) {
    boolean abbreviated =
        index + 1 < words.size()
            && isDirectional(index)
            && words.get(index).length() <= LONGEST_ABBREVIATION;
    return abbreviated ? index + 1 : index;
  }

  private int behindUnit(int begin) {
    int index = begin;
    while (index < words.size() && isUnit(index)) {
      boolean idFollows =
          index + 1 < words.size()
              && !words.get(index).startsWith("#")
              && Unit.isNumberLike(words.get(index + 1));
      boolean alone = words.get(index).equals("#");
      index += idFollows || alone ? 2 : 1;
    }
    return Math.min(index, words.size());
  }

  private boolean isUnit(int index) {
    String word = words.get(index);
    return word.startsWith("#")
        || AddressWords.hasDigit(word)
        || Unit.startsAt(words, index, true)
        || StreetWords.loneUnit(word) != null;
  }

  private boolean isDirectional(int index) {
    return StreetWords.directional(words.get(index)) != null;
  }
}
