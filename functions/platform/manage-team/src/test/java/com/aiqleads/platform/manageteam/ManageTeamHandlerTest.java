package com.aiqleads.platform.manageteam;

import static com.aiqleads.platform.PlatformFixtures.aFamily;
import static com.aiqleads.platform.PlatformFixtures.aMember;
import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.lambda.FakeInvocation;
import com.aiqleads.lambda.FakeQueues;
import com.aiqleads.lambda.FixedSecrets;
import com.aiqleads.lambda.Secrets;
import com.aiqleads.lambda.http.Call;
import com.aiqleads.lambda.http.FakeIssuer;
import com.aiqleads.platform.Attempts;
import com.aiqleads.platform.EmailConfirmation.Confirmed;
import com.aiqleads.platform.InMemoryAttempts;
import com.aiqleads.platform.Invitation;
import com.aiqleads.platform.InvitationId;
import com.aiqleads.platform.Invitations;
import com.aiqleads.platform.Limit;
import com.aiqleads.platform.Members;
import com.aiqleads.platform.Membership;
import com.aiqleads.platform.PasswordHash;
import com.aiqleads.platform.RandomSecret;
import com.aiqleads.platform.Role;
import com.aiqleads.testkit.PostgresService;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.micronaut.context.ApplicationContext;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.test.annotation.MockBean;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.test.support.TestPropertyProvider;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.sqs.SqsClient;

/// The whole function on a real database.
@MicronautTest(startApplication = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ManageTeamHandlerTest implements TestPropertyProvider {

  private static final FakeInvocation INVOCATION = new FakeInvocation(Duration.ofSeconds(30));
  private static final String LETTERS = "aiqleads-test-platform-send-mail";

  @RegisterExtension static final PostgresService POSTGRES = PostgresService.forContext("platform");

  private final FakeIssuer issuer = new FakeIssuer();
  private final FakeQueues queues = new FakeQueues();

  @Inject ApplicationContext context;
  @Inject Members members;
  @Inject Invitations invitations;
  @Inject ObjectMapper json;

  private Membership ann = aMember("ann@buyers.example", Role.BUYER);
  private Membership bob = aMember("bob@buyers.example", Role.BUYER);

  @Override
  public Map<String, String> getProperties() {
    return Map.of("aiqleads.issuer", issuer.address());
  }

  @MockBean(SqsClient.class)
  SqsClient queues() {
    return queues;
  }

  @MockBean(Attempts.class)
  Attempts attempts() {
    return new InMemoryAttempts();
  }

  @MockBean(Secrets.class)
  Secrets secrets() {
    return new FixedSecrets(Map.of("database", POSTGRES.secret()));
  }

  @AfterAll
  void close() {
    issuer.close();
  }

  @BeforeEach
  void register() {
    ann = registered("ann");
    members.confirmEmail(ann.user().id(), Instant.now());
    bob = registered("bob");
  }

  @Test
  void invitesByALetterAndLetsInWhoeverAccepts() {
    APIGatewayV2HTTPResponse invited = invite(bob.user().email().address(), "analyst");
    InvitationId id = InvitationId.parse(text(invited, "id"));
    RandomSecret secret = RandomSecret.next();
    invitations.seal(ann.team().id(), id, secret);
    String body = "{\"token\":\"%s\"}".formatted(secret.value());

    APIGatewayV2HTTPResponse wrongPerson = as(ann, Call.post("/invitations/acceptance", body));
    APIGatewayV2HTTPResponse joined = as(bob, Call.post("/invitations/acceptance", body));
    APIGatewayV2HTTPResponse again = as(bob, Call.post("/invitations/acceptance", body));
    APIGatewayV2HTTPResponse listed = as(ann, Call.get("/team/members"));

    assertThat(invited.getStatusCode()).isEqualTo(201);
    assertThat(queues.bodiesSentTo(LETTERS))
        .filteredOn(sent -> sent.contains(id.text()))
        .singleElement()
        .asString()
        .contains("MemberInvited")
        .doesNotContain("@");
    assertThat(wrongPerson.getStatusCode()).isEqualTo(422);
    assertThat(joined.getStatusCode()).isEqualTo(200);
    assertThat(text(joined, "team")).isEqualTo(ann.team().id().text());
    assertThat(again.getStatusCode()).isEqualTo(422);
    assertThat(listed.getBody())
        .contains(ann.user().id().text(), bob.user().id().text(), "\"roles\":[\"analyst\"]");
    assertThat(members.of(bob.user().id()).orElseThrow().user().confirmation())
        .isInstanceOf(Confirmed.class);
  }

  @Test
  void invitesNobodyInTheNameOfAnAddressThatNobodyConfirmed() {
    APIGatewayV2HTTPResponse refused =
        as(
            bob,
            Call.post("/team/invitations", "{\"email\":\"cara@b.example\",\"roles\":[\"buyer\"]}"));

    assertThat(refused.getStatusCode()).isEqualTo(403);
    assertThat(refused.getBody()).contains("unconfirmed-address");
    assertThat(as(bob, Call.get("/team/invitations")).getBody()).doesNotContain("cara");
  }

  @Test
  void listsAndWithdrawsInvitations() {
    String id = text(invite("cara@buyers.example", "buyer"), "id");

    APIGatewayV2HTTPResponse listed = as(ann, Call.get("/team/invitations"));
    APIGatewayV2HTTPResponse foreign = as(bob, Call.to("DELETE", "/team/invitations/" + id));
    APIGatewayV2HTTPResponse withdrawn = as(ann, Call.to("DELETE", "/team/invitations/" + id));
    APIGatewayV2HTTPResponse again = as(ann, Call.to("DELETE", "/team/invitations/" + id));

    assertThat(listed.getBody()).contains(id, "cara@buyers.example");
    assertThat(foreign.getStatusCode()).isEqualTo(404);
    assertThat(withdrawn.getStatusCode()).isEqualTo(204);
    assertThat(again.getStatusCode()).isEqualTo(404);
    assertThat(as(ann, Call.to("DELETE", "/team/invitations/nonsense")).getStatusCode())
        .isEqualTo(404);
  }

  @Test
  void invitesNoAdminsUnlessAnAdminDoes() {
    assertThat(invite("cara@buyers.example", "admin").getBody()).contains("admins-only");
    members.setRoles(ann.team().id(), ann.user().id(), Set.of(Role.ADMIN));
    assertThat(invite("cara@buyers.example", "admin").getBody()).contains("admins-only");
    assertThat(
            send(
                    Call.post(
                        "/team/invitations",
                        "{\"email\":\"cara@buyers.example\",\"roles\":[\"admin\"]}"),
                    token(ann, "platform:write platform:admin"))
                .getStatusCode())
        .isEqualTo(201);
  }

  @Test
  void invitesSoManyAtOnce() {
    for (int number = 0; number < Invitation.MOST_OF_A_TEAM; number++) {
      assertThat(invite("cara" + number + "@buyers.example", "buyer").getStatusCode())
          .isEqualTo(201);
    }

    assertThat(invite("one.more@buyers.example", "buyer").getBody())
        .contains("too-many-invitations");
  }

  @Test
  void writesToNobodyMoreThanThreeTimesADay() {
    for (int letter = 0; letter < Limit.INVITATIONS.max(); letter++) {
      String id = text(invite("dora@buyers.example", "buyer"), "id");
      as(ann, Call.to("DELETE", "/team/invitations/" + id));
    }

    APIGatewayV2HTTPResponse refused = invite("DORA@buyers.example", "buyer");

    assertThat(refused.getStatusCode()).isEqualTo(429);
    assertThat(refused.getHeaders()).containsKey("retry-after");
    assertThat(as(ann, Call.get("/team/invitations")).getBody()).doesNotContainIgnoringCase("dora");
  }

  @Test
  void changesTheRolesOfMembersAndLetsThemGo() {
    members.join(ann.team().id(), bob.user().id(), Set.of(Role.ANALYST));
    String path = "/team/members/" + bob.user().id();

    assertThat(as(ann, roles(path, "marketer")).getStatusCode()).isEqualTo(204);
    assertThat(as(ann, roles(path, "admin")).getBody()).contains("admins-only");
    assertThat(as(ann, roles("/team/members/" + ann.user().id(), "analyst")).getBody())
        .contains("last-manager");
    assertThat(as(ann, roles(path, "king")).getBody()).contains("must be roles");
    assertThat(as(ann, Call.to("DELETE", path)).getStatusCode()).isEqualTo(204);
    assertThat(as(ann, Call.to("DELETE", path)).getStatusCode()).isEqualTo(404);
    assertThat(as(ann, Call.to("DELETE", "/team/members/nonsense")).getStatusCode()).isEqualTo(404);
    assertThat(queues.bodiesSentTo("aiqleads-test-marketplace-park-standing-orders"))
        .filteredOn(sent -> sent.contains(ann.team().id().text()))
        .singleElement()
        .asString()
        .contains("MemberLeft", ann.team().id().text(), bob.user().id().text())
        .doesNotContain("@");
  }

  @Test
  void leavesNobodyWithoutATeamWhoeverPutsThemOutAtOnce() throws Exception {
    members.join(ann.team().id(), bob.user().id(), Set.of(Role.BUYER));
    members.join(bob.team().id(), ann.user().id(), Set.of(Role.BUYER));
    Membership annThere = new Membership(ann.user(), bob.team(), ann.roles());
    try (ExecutorService both = Executors.newFixedThreadPool(2)) {
      String path = "/team/members/" + bob.user().id();
      Future<APIGatewayV2HTTPResponse> here = both.submit(() -> as(ann, Call.to("DELETE", path)));
      Future<APIGatewayV2HTTPResponse> there =
          both.submit(() -> as(annThere, Call.to("DELETE", path)));
      assertThat(here.get().getStatusCode()).isEqualTo(204);
      assertThat(there.get().getStatusCode()).isEqualTo(204);
    }

    Membership alone = members.of(bob.user().id()).orElseThrow();
    assertThat(members.teamsOf(bob.user().id())).containsExactly(alone.team());
    assertThat(members.inTeam(alone.team().id())).containsExactly(alone);
    assertThat(as(alone, Call.get("/team/members")).getBody()).contains(bob.user().id().text());
  }

  @Test
  void doesNothingForWhoeverManagedTheTeamAMomentAgo() {
    members.confirmEmail(bob.user().id(), Instant.now());
    String id = text(invite("cara@buyers.example", "buyer"), "id");
    members.join(ann.team().id(), bob.user().id(), Set.of(Role.ANALYST));
    Membership bobHere = new Membership(bob.user(), ann.team(), Set.of(Role.BUYER));

    for (Call call :
        List.of(
            Call.to("DELETE", "/team/invitations/" + id),
            Call.post("/team/invitations", "{\"email\":\"bob@b.example\",\"roles\":[\"buyer\"]}"),
            Call.to("DELETE", "/team/members/" + ann.user().id()),
            roles("/team/members/" + bob.user().id(), "buyer"))) {
      APIGatewayV2HTTPResponse answer = as(bobHere, call);

      assertThat(answer.getStatusCode()).isEqualTo(403);
      assertThat(answer.getBody()).contains("no-manager");
    }
    assertThat(as(ann, Call.to("DELETE", "/team/invitations/" + id)).getStatusCode())
        .isEqualTo(204);
  }

  @Test
  void refusesWhatIsNoInvitation() {
    assertThat(invite("nobody", "king").getBody())
        .contains("must be a mail address", "must be roles");
    assertThat(as(ann, Call.post("/team/invitations", "{}")).getBody())
        .contains("\"field\":\"email\"", "\"field\":\"roles\"");
    assertThat(as(ann, Call.post("/invitations/acceptance", "{}")).getStatusCode()).isEqualTo(400);
    assertThat(new InvitationRequest("ann@b.example", null).toString()).doesNotContain("ann");
    assertThat(new AcceptanceRequest("secret").toString()).doesNotContain("secret");
  }

  @Test
  void letsNoProgramAndNoOtherRoleManage() {
    String program = issuer.token(claims -> claims.claim("scope", "platform:write"));

    assertThat(send(Call.get("/team/members"), program).getBody()).contains("needs-session");
    assertThat(send(Call.get("/team/members"), token(ann, "")).getBody())
        .contains("needs-second-factor");
    assertThat(send(Call.get("/team/invitations"), token(ann, "marketplace:read")).getStatusCode())
        .isEqualTo(403);
  }

  @Test
  void startsFromItsEnvironmentAlone() {
    assertThat(new ManageTeamHandler().getApplicationContext().isRunning()).isTrue();
  }

  private Membership registered(String name) {
    Membership member = aMember(name + "." + UUID.randomUUID() + "@buyers.example", Role.BUYER);
    members.add(member, new PasswordHash("$argon2id$v=19$one"));
    return member;
  }

  private APIGatewayV2HTTPResponse invite(String email, String role) {
    return as(
        ann,
        Call.post(
            "/team/invitations", "{\"email\":\"%s\",\"roles\":[\"%s\"]}".formatted(email, role)));
  }

  private static Call roles(String path, String role) {
    return Call.to("PUT", path + "/roles")
        .body("{\"roles\":[\"%s\"]}".formatted(role))
        .header("content-type", "application/json");
  }

  private APIGatewayV2HTTPResponse as(Membership member, Call call) {
    return send(call, token(member, "platform:write"));
  }

  private String token(Membership member, String scope) {
    return issuer.token(
        claims ->
            claims
                .subject(member.user().id().text())
                .claim("team", member.team().id().text())
                .claim("sid", aFamily().text())
                .claim("roles", List.of("buyer"))
                .claim("scope", scope));
  }

  private APIGatewayV2HTTPResponse send(Call call, String token) {
    return new ManageTeamHandler(context).handleRequest(call.bearer(token).event(), INVOCATION);
  }

  private String text(APIGatewayV2HTTPResponse answer, String field) {
    try {
      JsonNode value = json.readValue(answer.getBody(), JsonNode.class).get(field);
      return value == null ? "" : value.coerceStringValue();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
