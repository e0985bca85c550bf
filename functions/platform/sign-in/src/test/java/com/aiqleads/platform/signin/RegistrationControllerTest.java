package com.aiqleads.platform.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.Email;
import com.aiqleads.platform.Members;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RegistrationControllerTest {

  @RegisterExtension static final SignInFunction function = new SignInFunction();

  private static final String PASSWORD = Visitor.PASSWORD;

  private final Members members = function.bean(Members.class);

  @Test
  void answersTheSameWhenTheAddressIsTaken() {
    Visitor ann = function.somebodyNew();

    APIGatewayV2HTTPResponse first = ann.register();
    APIGatewayV2HTTPResponse second = ann.register();

    assertThat(second.getStatusCode()).isEqualTo(first.getStatusCode());
    assertThat(second.getBody()).isEqualTo(first.getBody());
  }

  @Test
  void namesEveryWrongFieldAndStoresNothing() {
    Visitor ann = function.somebodyNew();

    APIGatewayV2HTTPResponse answer =
        ann.post(
            "/registrations",
            "{\"email\": \"%s\", \"password\": \"short\"}".formatted(ann.email()));

    assertThat(answer.getStatusCode()).isEqualTo(400);
    assertThat(answer.getHeaders()).containsEntry("content-type", "application/problem+json");
    assertThat(answer.getBody())
        .contains(
            "\"errors\":[{\"field\":\"name\",\"message\":\"is required\"},"
                + "{\"field\":\"password\",\"message\":\"must have at least 12 characters\"}]");
    assertThat(members.withEmail(new Email(ann.email()))).isEmpty();
  }

  @Test
  void refusesFieldsThatItDoesNotKnow() {
    Visitor ann = function.somebodyNew();

    APIGatewayV2HTTPResponse answer =
        ann.post(
            "/registrations",
            """
            {"email": "%s", "password": "%s", "name": "Ann", "roles": ["admin"]}\
            """
                .formatted(ann.email(), PASSWORD));

    assertThat(answer.getStatusCode()).isEqualTo(400);
    assertThat(answer.getBody()).contains("\"field\":\"roles\"");
    assertThat(members.withEmail(new Email(ann.email()))).isEmpty();
  }
}
