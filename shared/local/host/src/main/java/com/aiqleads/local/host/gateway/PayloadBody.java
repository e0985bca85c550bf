package com.aiqleads.local.host.gateway;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.Headers;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/// The body of a request in its payload: text as it is, everything else in base64.
final class PayloadBody {

  private PayloadBody() {}

  static void put(Headers headers, byte[] body, ObjectNode payload) {
    if (body.length == 0) {
      payload.put("isBase64Encoded", false);
      return;
    }
    String type = String.valueOf(headers.getFirst("Content-Type")).toLowerCase(Locale.ROOT);
    if (textual(type) && utf8(body)) {
      payload.put("body", new String(body, StandardCharsets.UTF_8)).put("isBase64Encoded", false);
    } else {
      payload.put("body", Base64.getEncoder().encodeToString(body)).put("isBase64Encoded", true);
    }
  }

  private static boolean textual(String type) {
    return type.startsWith("text/")
        || type.contains("json")
        || type.contains("xml")
        || type.contains("javascript");
  }

  private static boolean utf8(byte[] body) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
