package com.aiqleads.lambda.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.TeamId;
import com.aiqleads.lambda.FakeInvocation;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.micronaut.core.type.Argument;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.time.Duration;

/// Somebody of a team, who calls a function through the gateway and may do what the scopes say.
public record TeamMember(HttpFunction function, FakeIssuer issuer, String scopes) {

  private static final Duration TIME = Duration.ofSeconds(30);

  public APIGatewayV2HTTPResponse answer(TeamId team, Call call) {
    String token = issuer.token(claims -> claims.claim("scope", scopes).claim("team", team.text()));
    return function.handleRequest(call.bearer(token).event(), new FakeInvocation(TIME));
  }

  public JsonNode json(TeamId team, Call call) {
    return json(answer(team, call));
  }

  public void assertRefused(TeamId team, Call call, int status, String code) {
    APIGatewayV2HTTPResponse answer = answer(team, call);
    assertThat(answer.getStatusCode()).as(answer.getBody()).isEqualTo(status);
    assertThat(json(answer).get("code").getStringValue()).isEqualTo(code);
  }

  public JsonNode json(APIGatewayV2HTTPResponse answer) {
    try {
      return function
          .getApplicationContext()
          .getBean(ObjectMapper.class)
          .readValue(answer.getBody(), Argument.of(JsonNode.class));
    } catch (IOException e) {
      throw new AssertionError(answer.getBody(), e);
    }
  }
}
