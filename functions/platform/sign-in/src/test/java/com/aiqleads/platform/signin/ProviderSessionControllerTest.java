package com.aiqleads.platform.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.local.provider.Fault;
import com.aiqleads.local.provider.LocalProvider;
import com.aiqleads.platform.Attempts;
import com.aiqleads.platform.Limit;
import com.aiqleads.platform.signin.openid.Person;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ProviderSessionControllerTest {

  @RegisterExtension static final SignInFunction function = new SignInFunction();

  private static final String PASSWORD = Visitor.PASSWORD;

  private final SettableClock clock = function.clock();
  private final LocalProvider acme = function.acme();
  private final Attempts attempts = function.bean(Attempts.class);

  @Test
  void signsSomebodyInByAProvider() {
    Visitor ann = function.somebodyNew();

    APIGatewayV2HTTPResponse providers =
        new Gateway(ann.handler(), ann.address()).get("/providers", "");
    APIGatewayV2HTTPResponse left = leave(ann);
    APIGatewayV2HTTPResponse signedIn = comeBack(ann, left);
    APIGatewayV2HTTPResponse me = ann.me(ann.text(signedIn, "accessToken"));

    assertThat(providers.getBody())
        .isEqualTo("{\"providers\":[{\"id\":\"acme\",\"name\":\"Acme\"}]}");
    assertThat(left.getStatusCode()).isEqualTo(201);
    assertThat(left.getHeaders()).containsEntry("cache-control", "no-store");
    assertThat(signedIn.getStatusCode()).isEqualTo(201);
    assertThat(signedIn.getHeaders()).containsEntry("cache-control", "no-store");
    assertThat(ann.text(me, "email")).isEqualTo(ann.email());
    assertThat(me.getBody()).contains("\"roles\":[\"buyer\"]", "\"emailConfirmed\":false");
    assertThat(ann.problem(comeBack(ann, left))).isEqualTo("401 departure-unknown");
  }

  @Test
  void asksAMemberForThePasswordBeforeAProviderIsConnected() {
    Visitor ann = function.somebodyNew();
    ann.register();

    APIGatewayV2HTTPResponse owed = comeBack(ann, leave(ann));
    String challenge = ann.text(owed, "challenge");
    APIGatewayV2HTTPResponse wrong = connect(ann, challenge, "seven red lamps");
    APIGatewayV2HTTPResponse right = connect(ann, challenge, PASSWORD);
    APIGatewayV2HTTPResponse again = connect(ann, challenge, PASSWORD);
    APIGatewayV2HTTPResponse next = comeBack(ann, leave(ann));

    assertThat(owed.getStatusCode()).isEqualTo(202);
    assertThat(ann.text(owed, "owed")).isEqualTo("password");
    assertThat(ann.text(owed, "expiresIn")).isEqualTo("600");
    assertThat(ann.problem(wrong)).isEqualTo("401 wrong-password");
    assertThat(right.getStatusCode()).isEqualTo(201);
    assertThat(ann.problem(again)).isEqualTo("401 challenge-refused");
    assertThat(next.getStatusCode()).isEqualTo(201);
  }

  @Test
  void limitsTheWrongPasswordsThatAreShownToConnect() {
    Visitor ann = function.somebodyNew();
    ann.register();
    String challenge = ann.text(comeBack(ann, leave(ann)), "challenge");
    for (int attempt = 0; attempt < Limit.WRONG_PASSWORDS_OF_ALL.max(); attempt++) {
      attempts.add(Limit.WRONG_PASSWORDS_OF_ALL, ann.email(), clock.instant());
    }

    assertThat(ann.problem(connect(ann, challenge, PASSWORD))).isEqualTo("429 too-many-requests");
  }

  @Test
  void saysWhyAProviderLetNobodyIn() {
    Visitor ann = function.somebodyNew();

    assertThat(ann.problem(ann.post("/providers/other/departures", "")))
        .isEqualTo("404 no-such-provider");
    assertThat(ann.problem(ann.post("/providers/Not%20one/departures", "")))
        .isEqualTo("404 no-such-provider");
    for (String wrong : List.of("{}", "{\"provider\": \"acme\", \"state\": \"x\"}")) {
      assertThat(ann.problem(ann.post("/sessions/provider", wrong))).isEqualTo("400 bad-input");
    }
    assertThat(ann.problem(connect(ann, "x", PASSWORD))).isEqualTo("400 bad-input");
    for (Map.Entry<Fault, String> fault :
        Map.of(
                Fault.UNVERIFIED_EMAIL, "401 provider-email-refused",
                Fault.WRONG_AUDIENCE, "401 provider-token-refused",
                Fault.MIXED_UP, "401 provider-refused",
                Fault.FAILING, "503 unavailable")
            .entrySet()) {
      acme.set(fault.getKey(), true);
      assertThat(ann.problem(comeBack(ann, leave(ann)))).isEqualTo(fault.getValue());
      acme.heal();
    }
  }

  @Test
  void limitsTheWaysToAProvider() {
    Visitor ann = function.somebodyNew();
    for (int visit = 0; visit < Limit.PROVIDER_VISITS.max(); visit++) {
      attempts.add(Limit.PROVIDER_VISITS, ann.address(), clock.instant());
    }

    assertThat(ann.problem(leave(ann))).isEqualTo("429 too-many-requests");
  }

  private static APIGatewayV2HTTPResponse leave(Visitor visitor) {
    return visitor.post("/providers/acme/departures", "");
  }

  private static APIGatewayV2HTTPResponse comeBack(Visitor visitor, APIGatewayV2HTTPResponse left) {
    Map<String, String> back =
        new Person(visitor.email()).agree(URI.create(visitor.text(left, "location")));
    return visitor.post(
        "/sessions/provider",
        """
        {"provider": "acme", "state": "%s", "browser": "%s", "code": "%s", "iss": "%s"}\
        """
            .formatted(
                back.get("state"),
                visitor.text(left, "browser"),
                back.get("code"),
                back.get("iss")));
  }

  private static APIGatewayV2HTTPResponse connect(
      Visitor visitor, String challenge, String password) {
    return visitor.post(
        "/sessions/provider/password",
        "{\"challenge\": \"%s\", \"password\": \"%s\"}".formatted(challenge, password));
  }
}
