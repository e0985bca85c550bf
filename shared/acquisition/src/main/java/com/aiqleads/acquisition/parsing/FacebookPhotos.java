package com.aiqleads.acquisition.parsing;

import com.aiqleads.acquisition.WebAddress;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Photos of an advertisement, each once. Their addresses are signed for some days and for one
/// visitor, and come from whichever server is near: what stays the same is the file. So the address
/// that is kept is the photo's name, on one server and without the signature.
final class FacebookPhotos {

  private static final String SERVERS = ".fbcdn.net";
  private static final String SERVER = "scontent.xx.fbcdn.net";

  private FacebookPhotos() {}

  static List<String> of(List<Json> parts, String page) {
    Map<String, String> byFile = new LinkedHashMap<>();
    parts.stream()
        .flatMap(FacebookPhotos::signed)
        .limit(Bounds.MAX_PHOTO_LINKS)
        .flatMap(link -> WebAddress.of(page, link.replace(" ", "%20")).stream())
        .map(FacebookPhotos::unsigned)
        .forEach(
            address -> byFile.putIfAbsent(address.substring(address.lastIndexOf('/')), address));
    return List.copyOf(byFile.values());
  }

  private static Stream<String> signed(Json part) {
    Stream<Json> listed = part.get("listing_photos").elements();
    return Stream.concat(listed, Stream.of(part.get("primary_listing_photo")))
        .flatMap(photo -> Stream.ofNullable(photo.get("image").get("uri").text()));
  }

  private static String unsigned(URI photo) {
    String host = photo.getRawAuthority();
    return photo.getScheme()
        + "://"
        + (host.endsWith(SERVERS) ? SERVER : host)
        + "/"
        + photo.getRawPath().replaceFirst("^/+", "");
  }
}
