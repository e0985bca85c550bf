package com.aiqleads.lambda.http;

import io.micronaut.http.HttpHeaders;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// Refuses what no controller should ever see.
final class RequestChecks {

  private static final int MAX_BODY_BYTES = 256 * 1024;

  /// As much as the distribution in front passes on.
  private static final int MAX_ADDRESS_LENGTH = 8192;

  private static final char NUL = 0;

  /// What a gateway puts in the place of bytes that are no UTF-8.
  private static final char REPLACEMENT = '\uFFFD';

  private RequestChecks() {}

  /// The failure to answer with, if there is one.
  static Optional<HttpFailure> refuse(RequestParts request) {
    if (request.addressLength() > MAX_ADDRESS_LENGTH) {
      return Optional.of(new AddressTooLong());
    }
    byte[] body = request.body();
    if (body.length > MAX_BODY_BYTES) {
      return Optional.of(new TooLarge());
    }
    if (request.header(HttpHeaders.CONTENT_ENCODING).filter(RequestChecks::isEncoded).isPresent()) {
      return Optional.of(new Unsupported("A compressed body is not accepted."));
    }
    if (isText(request) && !isCleanText(body)) {
      return Optional.of(new BadInput("body", "is not UTF-8 text"));
    }
    return isClean(request)
        ? Optional.empty()
        : Optional.of(new BadInput("address", "has a character that no text has"));
  }

  private static boolean isEncoded(String encoding) {
    return !encoding.isBlank() && !encoding.equalsIgnoreCase("identity");
  }

  private static boolean isText(RequestParts request) {
    String type = request.header(HttpHeaders.CONTENT_TYPE).orElse("application/json");
    return type.contains("json") || type.startsWith("text/") || type.contains("form-urlencoded");
  }

  private static boolean isCleanText(byte[] body) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
      return text.indexOf(NUL) < 0 && text.indexOf(REPLACEMENT) < 0;
    } catch (CharacterCodingException _) {
      return false;
    }
  }

  private static boolean isClean(RequestParts request) {
    List<String> texts = request.query().values().stream().flatMap(List::stream).toList();
    return !request.path().contains("%00")
        && texts.stream()
            .noneMatch(text -> text.indexOf(NUL) >= 0 || text.indexOf(REPLACEMENT) >= 0);
  }
}
