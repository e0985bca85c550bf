package com.aiqleads.lambda.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aiqleads.kernel.TeamId;
import com.aiqleads.kernel.UserId;
import com.aiqleads.lambda.FakeInvocation;
import com.aiqleads.lambda.FakeQueues;
import com.aiqleads.lambda.TestFunction;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.simple.SimpleHttpRequest;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientTest {

  @Controller("/client")
  @Requires(property = "client", value = "asked")
  static final class ClientController {
    @Get
    String client(HttpRequest<?> request) {
      Client client = Client.of(request);
      return client.address() + " " + client.agent();
    }
  }

  @Test
  void isWhereTheGatewaySawItAndWhatItCallsItself() {
    try (ApplicationContext context =
        TestFunction.start(
            "demo",
            "serve-demo",
            new FakeQueues(),
            Map.of(
                "client",
                "asked",
                "aiqleads.issuer",
                "http://127.0.0.1:1",
                "aiqleads.access",
                "GET /client=public"))) {
      Call call = Call.get("/client").header("user-agent", "curl/8");

      assertThat(
              new HttpFunction(context) {}.handleRequest(
                      call.event(), new FakeInvocation(Duration.ofSeconds(30)))
                  .getBody())
          .isEqualTo("127.0.0.1 curl/8");
    }
  }

  @Test
  void isUnknownWithoutAGateway() {
    Client client = Client.of(new SimpleHttpRequest<>(HttpMethod.GET, "/", ""));

    assertThat(client).isEqualTo(new Client("unknown", ""));
    assertThat(client).hasToString("***");
  }

  @ParameterizedTest
  @CsvSource({
    "2001:db8:a:b::1, 2001:db8:a:b:0:0:0:0/64",
    "2001:db8:a:b:ffff:ffff:ffff:ffff, 2001:db8:a:b:0:0:0:0/64",
    "2001:db8:a:c::1, 2001:db8:a:c:0:0:0:0/64",
    "2001:db8:a:b:0:0:0:0/64, 2001:db8:a:b:0:0:0:0/64",
    "203.0.113.9, 203.0.113.9",
    "unknown, unknown",
    "'', ''"
  })
  void isOneForAllAddressesOfItsNetwork(String address, String network) {
    assertThat(new Client(address, "").address()).isEqualTo(network);
  }

  @Test
  void programsHaveNoSession() {
    Caller person = caller(Optional.of("family_1"));
    Caller program = caller(Optional.empty());

    assertThat(person.sessionOfPerson()).isEqualTo("family_1");
    assertThatThrownBy(program::sessionOfPerson).isInstanceOf(Forbidden.class);
    assertThatThrownBy(program::sessionWithRights).hasMessageContaining("Only a person");
    assertThat(person.sessionWithRights()).isEqualTo("family_1");
  }

  @Test
  void sessionsWithoutScopesReachTheOwnAccountOnly() {
    UUID id = new UUID(0, 1);
    Caller restricted =
        new Caller(new UserId(id), new TeamId(id), Set.of(), Set.of(), Optional.of("family_1"));

    assertThat(restricted.sessionOfPerson()).isEqualTo("family_1");
    assertThatThrownBy(restricted::sessionWithRights).hasMessageContaining("second factor");
  }

  private static Caller caller(Optional<String> session) {
    UUID id = new UUID(0, 1);
    return new Caller(new UserId(id), new TeamId(id), Set.of(), Set.of("a:read"), session);
  }
}
