package com.aiqleads.acquisition.parsing;

import com.aiqleads.acquisition.WebAddress;
import java.math.BigDecimal;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Photos of a home, in each shape that Zillow has them, without another home's.
final class ZillowPhotos {

  private static final String KEY_PLACE = "{photoKey}";
  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{1,100}");

  private ZillowPhotos() {}

  /// Since 2025 keys and one address to put them into, before that addresses; at least the one that
  /// the row itself shows.
  static List<String> ofRow(Json row, String page) {
    List<String> composed = composed(row.get("carouselPhotosComposable"));
    List<String> listed = texts(row.get("carouselPhotos"), "url");
    Stream<String> shown = Stream.ofNullable(row.get("imgSrc").text());
    return addresses(
        composed.isEmpty() ? listed.isEmpty() ? shown : listed.stream() : composed.stream(), page);
  }

  /// Of each photo the widest.
  static List<String> ofHome(Json home, String page) {
    List<String> wide =
        Stream.of("responsivePhotos", "originalPhotos", "photos")
            .map(
                name ->
                    home.get(name).elements().map(ZillowPhotos::widest).filter(Objects::nonNull))
            .map(Stream::toList)
            .filter(urls -> !urls.isEmpty())
            .findFirst()
            .orElse(List.of());
    List<String> huge = texts(home.get("hugePhotos"), "url");
    return addresses(wide.isEmpty() ? huge.stream() : wide.stream(), page);
  }

  private static @Nullable String widest(Json photo) {
    return photo
        .get("mixedSources")
        .get("jpeg")
        .elements()
        .filter(source -> source.get("url").text() != null)
        .max(Comparator.comparing(source -> width(source)))
        .map(source -> source.get("url").text())
        .orElse(photo.get("url").text());
  }

  private static BigDecimal width(Json source) {
    return Objects.requireNonNullElse(source.get("width").number(), BigDecimal.ZERO);
  }

  private static List<String> composed(Json photos) {
    String base = photos.get("baseUrl").text();
    return base == null || base.length() > WebAddress.MAX_LENGTH || !base.contains(KEY_PLACE)
        ? List.of()
        : texts(photos.get("photoData"), "photoKey").stream()
            .filter(key -> KEY.matcher(key).matches())
            .map(key -> base.replace(KEY_PLACE, key))
            .toList();
  }

  private static List<String> texts(Json list, String name) {
    return list.elements()
        .limit(Bounds.MAX_PHOTO_LINKS)
        .map(each -> each.get(name).text())
        .flatMap(Stream::ofNullable)
        .filter(text -> text.length() <= WebAddress.MAX_LENGTH)
        .toList();
  }

  private static List<String> addresses(Stream<String> links, String page) {
    return links
        .limit(Bounds.MAX_PHOTO_LINKS)
        .flatMap(link -> WebAddress.of(page, link.replace(" ", "%20")).stream())
        .map(URI::toASCIIString)
        .distinct()
        .toList();
  }
}
