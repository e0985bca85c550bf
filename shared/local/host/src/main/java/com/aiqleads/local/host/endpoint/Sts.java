package com.aiqleads.local.host.endpoint;

import com.aiqleads.local.host.http.Answers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// Tells a command line who it is, and nothing else.
final class Sts {

  private static final int MAX_REQUEST_BYTES = 64 * 1024;
  private static final String IDENTITY =
      """
      <GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
        <GetCallerIdentityResult>
          <Arn>arn:aws:iam::000000000000:root</Arn>
          <UserId>000000000000</UserId>
          <Account>000000000000</Account>
        </GetCallerIdentityResult>
        <ResponseMetadata><RequestId>00000000-0000-0000-0000-000000000000</RequestId></ResponseMetadata>
      </GetCallerIdentityResponse>
      """;

  private Sts() {}

  static void answer(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(MAX_REQUEST_BYTES);
    if (!new String(body, StandardCharsets.UTF_8).contains("Action=GetCallerIdentity")) {
      throw AwsError.unsupported("STS but for GetCallerIdentity");
    }
    Answers.text(exchange, 200, "text/xml", IDENTITY);
  }
}
