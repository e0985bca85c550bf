package com.aiqleads.acquisition.matching;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What is the same in the addresses of all sizes of one photo: sites show a photo in several, and
/// keep the photo when its advertisement is posted again.
public final class PhotoIds {

  static final int MAX_PHOTOS = 3;

  private static final int MAX_LENGTH = 300;

  private PhotoIds() {}

  public static Set<String> of(List<String> urls) {
    return urls.stream()
        .limit(MAX_PHOTOS)
        .filter(url -> url.length() <= MAX_LENGTH)
        .map(PhotoIds::of)
        .collect(Collectors.toUnmodifiableSet());
  }

  /// Host and path, without the size and the kind of file: `…/00A0A_x_600x450.jpg`,
  /// `…/fp/0a1b-cc_ft_768.webp`.
  static String of(String url) {
    String path = until(until(url.substring(url.indexOf("//") + 1), "?"), "#");
    int file = path.lastIndexOf('/') + 1;
    int dot = path.lastIndexOf('.');
    String name = path.substring(file, dot > file ? dot : path.length());
    String plain = until(name, "-cc_ft_");
    int mark = Math.max(plain.lastIndexOf('_'), plain.lastIndexOf('-'));
    return path.substring(0, file)
        + (mark > 0 && isSize(plain.substring(mark + 1)) ? plain.substring(0, mark) : plain);
  }

  private static String until(String text, String end) {
    int at = text.indexOf(end);
    return at < 0 ? text : text.substring(0, at);
  }

  /// `600x450` or `50x50c`.
  private static boolean isSize(String text) {
    int times = text.indexOf('x');
    return times > 0
        && times < text.length() - 1
        && Character.isDigit(text.charAt(times + 1))
        && text.substring(0, times).chars().allMatch(Character::isDigit);
  }
}
