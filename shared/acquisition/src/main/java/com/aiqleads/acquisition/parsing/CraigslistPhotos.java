package com.aiqleads.acquisition.parsing;

import com.aiqleads.acquisition.WebAddress;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The pictures of a posting, each once in its largest size, in the order of the page. The site
/// serves every picture in several sizes under one id.
final class CraigslistPhotos {

  private static final Pattern SIZE = Pattern.compile("_(\\d{2,4})x\\d{2,4}c?(?=\\.[a-z]{3,4}$)");
  private static final String PLACEHOLDER = "/empty.png";
  private static final String LIST = "imgList";
  private static final int LIST_WINDOW = 40;

  private CraigslistPhotos() {}

  /// Of the first place that shows any.
  static List<String> of(CraigslistPosting posting) {
    List<Supplier<Stream<String>>> places =
        List.of(
            () -> links(posting, "a.thumb[href]", "href"),
            () -> listed(posting.scripts()),
            () -> posting.data().images().stream(),
            () -> links(posting, "img[src*=images.craigslist.org]", "src"),
            () -> links(posting, ".gallery img[src], .slide img[src], .iw img[src]", "src"));
    return places.stream()
        .map(place -> largest(posting, place.get()))
        .filter(photos -> !photos.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private static Stream<String> links(
      CraigslistPosting posting, String selector, String attribute) {
    return posting.document().select(Html.css(selector)).stream().map(link -> link.attr(attribute));
  }

  /// `var imgList = [...]`: of addresses, or of objects that have one.
  private static Stream<String> listed(Scripts scripts) {
    return scripts.scripts().stream()
        .map(Scripts.Script::text)
        .filter(text -> text.contains(LIST))
        .limit(1)
        .flatMap(text -> array(text).elements())
        .map(photo -> photo.text() == null ? photo.get("url").text() : photo.text())
        .flatMap(Stream::ofNullable);
  }

  private static Json array(String script) {
    int name = script.indexOf(LIST);
    int start = script.indexOf('[', name);
    return start < 0 || start > name + LIST_WINDOW
        ? new Json(null)
        : Json.parse(script.substring(start)).orElse(new Json(null));
  }

  private static List<String> largest(CraigslistPosting posting, Stream<String> addresses) {
    Map<String, String> photos = new LinkedHashMap<>();
    addresses
        .filter(address -> !address.endsWith(PLACEHOLDER))
        .limit(Bounds.MAX_PHOTO_LINKS)
        .flatMap(
            address ->
                WebAddress.of(posting.document().location(), address.strip().replace(" ", "%20"))
                    .stream())
        .map(URI::toASCIIString)
        .forEach(
            address ->
                photos.merge(
                    id(address), address, (one, other) -> width(one) < width(other) ? other : one));
    return List.copyOf(photos.values());
  }

  private static String id(String address) {
    return SIZE.matcher(address.substring(address.lastIndexOf('/') + 1)).replaceFirst("");
  }

  private static int width(String address) {
    Matcher size = SIZE.matcher(address);
    return size.find() ? Integer.parseInt(size.group(1)) : 0;
  }
}
