package com.aiqleads.acquisition.parsing;

import com.aiqleads.acquisition.WebAddress;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What an address of LinkedIn names: a posting by its number, a company by its handle.
final class LinkedInLink {

  private static final Pattern AFTER_PATH = Pattern.compile("[?#].*", Pattern.DOTALL);
  private static final Pattern NUMBER = Pattern.compile("\\d{6,16}");
  private static final Pattern URN = Pattern.compile("urn:li:jobPosting:(\\d{6,16})");
  private static final Pattern COMPANY =
      Pattern.compile("/(?:company|showcase|school)/([^/?#\\s]{1,100})");
  private static final Pattern COMPANY_PAGE =
      Pattern.compile("/((?:company|showcase|school)/[^/\\s]{1,100})/?$");
  private static final Pattern WALL =
      Pattern.compile("/(?:authwall|login|checkpoint|uas/login|signup)(?:[/?#]|$)");

  private LinkedInLink() {}

  /// The last part behind a dash of `/jobs/view/…`, and all of it where the title is left out.
  static @Nullable String number(String address) {
    if (address.length() > WebAddress.MAX_LENGTH) {
      return null;
    }
    String whole = AFTER_PATH.matcher(address).replaceFirst("");
    String path = whole.endsWith("/") ? whole.substring(0, whole.length() - 1) : whole;
    if (!path.contains("/jobs/view/") && !path.contains("/jobPosting/")) {
      return null;
    }
    String last = path.substring(path.lastIndexOf('/') + 1);
    String end = last.substring(last.lastIndexOf('-') + 1);
    return NUMBER.matcher(end).matches() ? end : null;
  }

  static @Nullable String numberOfUrn(String urn) {
    Matcher number = URN.matcher(Figures.shortened(urn, Bounds.MAX_LINE_LENGTH));
    return number.find() ? number.group(1) : null;
  }

  static @Nullable String plainNumber(@Nullable String text) {
    String number = text == null ? "" : Figures.shortened(text, Bounds.MAX_LINE_LENGTH).strip();
    return NUMBER.matcher(number).matches() ? number : null;
  }

  static @Nullable String company(String address) {
    Matcher company = COMPANY.matcher(address.length() > WebAddress.MAX_LENGTH ? "" : address);
    return company.find() ? company.group(1) : null;
  }

  /// The name of the company whose page has this address, in the letters that all its addresses
  /// share; null for any other page.
  static @Nullable String companyAt(String address) {
    String page = companyPath(address);
    return page == null ? null : page.substring(page.indexOf('/') + 1);
  }

  /// `company/…`, without what stands before and behind it.
  static @Nullable String companyPath(String address) {
    if (address.length() > WebAddress.MAX_LENGTH) {
      return null;
    }
    Matcher company = COMPANY_PAGE.matcher(bare(address));
    return company.find() ? company.group(1).toLowerCase(Locale.ROOT) : null;
  }

  /// Whether it leads to where one has to sign in.
  static boolean isWall(String address) {
    return WALL.matcher(Figures.shortened(address, WebAddress.MAX_LENGTH)).find();
  }

  /// Without what follows its path, which says only who came from where.
  static String bare(String address) {
    return AFTER_PATH.matcher(address).replaceFirst("");
  }
}
