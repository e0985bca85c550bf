package com.aiqleads.acquisition.parsing;

import com.aiqleads.acquisition.WebAddress;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Which advertisement an address of Facebook names, and where one is shown: rows of a search name
/// none but by its id.
final class FacebookLink {

  private static final String MARKETPLACE = "/marketplace/";
  private static final String SITE = "https://www.facebook.com" + MARKETPLACE;
  private static final Pattern ID = Pattern.compile("\\d{1,20}");
  private static final Pattern ITEM =
      Pattern.compile("/(?:marketplace/item|commerce/listing)/(\\d{1,20})(?=/|$)");
  private static final Pattern PROFILE = Pattern.compile("/marketplace/profile/(\\d{1,20})(?=/|$)");
  private static final Pattern DOOR = Pattern.compile("/(?:login|checkpoint)(?:\\.php)?(?=/|$)");
  private static final Pattern AFTER_PATH = Pattern.compile("[?#].*", Pattern.DOTALL);

  private FacebookLink() {}

  static @Nullable String item(@Nullable String address) {
    return first(ITEM, address);
  }

  static @Nullable String profile(@Nullable String address) {
    return first(PROFILE, address);
  }

  static boolean isId(@Nullable String text) {
    return text != null && text.length() <= Bounds.MAX_ID_LENGTH && ID.matcher(text).matches();
  }

  /// Whether it leads to where one signs in, or shows who one is.
  static boolean isDoor(@Nullable String address) {
    return address != null && DOOR.matcher(path(address)).find();
  }

  static String itemAt(String page, String id) {
    return market(page) + "item/" + id + "/";
  }

  static String profileAt(String page, String id) {
    return market(page) + "profile/" + id + "/";
  }

  /// The root of what is for sale, on the site that the page is of.
  private static String market(String page) {
    int at = path(page).indexOf(MARKETPLACE);
    String root = at < 0 ? SITE : page.substring(0, at + MARKETPLACE.length());
    return WebAddress.of(root, "").map(URI::toASCIIString).orElse(SITE);
  }

  private static @Nullable String first(Pattern wanted, @Nullable String address) {
    Matcher found = wanted.matcher(path(address));
    return found.find() ? found.group(1) : null;
  }

  private static String path(@Nullable String address) {
    return address == null || address.length() > WebAddress.MAX_LENGTH
        ? ""
        : AFTER_PATH.matcher(address).replaceFirst("");
  }
}
