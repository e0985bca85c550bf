package com.aiqleads.lambda.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.micronaut.core.convert.ConversionService;
import io.micronaut.function.BinaryTypeConfiguration;
import io.micronaut.function.aws.proxy.payload2.APIGatewayV2HTTPResponseServletResponse;
import io.micronaut.http.HttpHeaders;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// An answer as payload 2.0 wants it: one value a header, cookies apart.
final class GatewayResponse<B> extends APIGatewayV2HTTPResponseServletResponse<B> {

  GatewayResponse(ConversionService conversions, BinaryTypeConfiguration binaryTypes) {
    super(conversions, binaryTypes);
  }

  @Override
  public APIGatewayV2HTTPResponse getNativeResponse() {
    APIGatewayV2HTTPResponse answer = super.getNativeResponse();
    List<String> cookies = getHeaders().getAll(HttpHeaders.SET_COOKIE);
    Map<String, String> headers = new TreeMap<>();
    getHeaders().forEach((name, values) -> headers.put(lower(name), String.join(", ", values)));
    headers.remove(lower(HttpHeaders.SET_COOKIE));
    answer.setHeaders(headers);
    answer.setMultiValueHeaders(Map.of());
    answer.setCookies(List.copyOf(cookies));
    return answer;
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
