package com.aiqleads.lambda.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.micronaut.core.convert.ConversionService;
import io.micronaut.function.aws.proxy.ApiGatewayServletRequest;
import io.micronaut.http.CaseInsensitiveMutableHttpHeaders;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.http.MutableHttpParameters;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.Cookies;
import io.micronaut.http.simple.SimpleHttpParameters;
import io.micronaut.http.simple.cookies.SimpleCookies;
import io.micronaut.servlet.http.BodyBuilder;
import io.micronaut.servlet.http.ServletHttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.LoggerFactory;

/// A request as payload 2.0 brings it. The framework's own class splits every query parameter and
/// header at its commas (`q=Miami, FL` loses its state) and knows no cookies of payload 2.0.
final class GatewayRequest<B>
    extends ApiGatewayServletRequest<B, APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

  private final ServletHttpResponse<APIGatewayV2HTTPResponse, ?> response;
  private final RequestParts parts;
  private final MutableHttpHeaders headers;

  GatewayRequest(
      APIGatewayV2HTTPEvent event,
      ConversionService conversions,
      ServletHttpResponse<APIGatewayV2HTTPResponse, ?> response,
      BodyBuilder bodies) {
    RequestParts parts = new RequestParts(event);
    super(
        conversions,
        event,
        parts.uri(),
        parseMethod(parts::method),
        LoggerFactory.getLogger(GatewayRequest.class),
        bodies);
    this.parts = parts;
    this.response = response;
    this.headers = new CaseInsensitiveMutableHttpHeaders(false, parts.headers(), conversions);
  }

  @Override
  public byte[] getBodyBytes() {
    return parts.body();
  }

  @Override
  public MutableHttpHeaders getHeaders() {
    return headers;
  }

  /// The framework's own reading of the header stops at the first cookie.
  @Override
  public Cookies getCookies() {
    SimpleCookies cookies = new SimpleCookies(conversionService);
    parts.cookies().forEach((name, value) -> cookies.put(name, Cookie.of(name, value)));
    return cookies;
  }

  @Override
  public MutableHttpParameters getParameters() {
    MediaType type = getContentType().orElse(MediaType.APPLICATION_JSON_TYPE);
    Map<String, List<String>> values =
        isFormSubmission(type)
            ? RequestParts.formFields(new String(parts.body(), StandardCharsets.UTF_8))
            : parts.query();
    return new SimpleHttpParameters(new LinkedHashMap<>(values), conversionService);
  }

  @Override
  public ServletHttpResponse<APIGatewayV2HTTPResponse, ?> getResponse() {
    return response;
  }
}
