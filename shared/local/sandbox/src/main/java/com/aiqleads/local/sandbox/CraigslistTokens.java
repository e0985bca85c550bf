package com.aiqleads.local.sandbox;

import java.util.Locale;
import java.util.SplittableRandom;

/// The second ids of postings: 22 characters that follow from the seed, with dashes and underscores
/// among them.
final class CraigslistTokens {

  private static final String CHARACTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  private static final int LENGTH = 22;

  private final long seed;

  CraigslistTokens(long seed) {
    this.seed = seed;
  }

  String of(Home home) {
    SplittableRandom random = new SplittableRandom(seed + home.ids().craigslist());
    StringBuilder token = new StringBuilder();
    for (int at = 0; at < LENGTH; at++) {
      token.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
    }
    return token.toString();
  }

  String path(Home home) {
    return CraigslistSite.PREFIX + "/view/d/" + slug(home) + "/" + of(home);
  }

  static String oldPath(Home home) {
    return CraigslistSite.PREFIX
        + "/"
        + home.place().metro().name().toLowerCase(Locale.ROOT).substring(0, 3)
        + "/reo/d/"
        + slug(home)
        + "/"
        + home.ids().craigslist()
        + ".html";
  }

  private static String slug(Home home) {
    String words = home.place().area().city() + " " + CraigslistWords.title(home);
    String slug = words.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    String bounded = slug.substring(0, Math.min(slug.length(), 60));
    return bounded.endsWith("-") ? bounded.substring(0, bounded.length() - 1) : bounded;
  }
}
