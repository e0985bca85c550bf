package com.aiqleads.platform.serveconsole;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The team, its invitations and its keys.
class TeamPageTest extends RunningConsole {

  @Test
  void showsTheTeamToMembersAndItsManagementToManagers() {
    team();

    String member = signedIn("analyst").get("/console/team").getBody();
    String manager = signedIn("buyer", "platform:write").get("/console/team").getBody();
    String admin =
        signedIn("admin", "platform:write", "platform:admin").get("/console/team").getBody();

    assertThat(member)
        .contains("Lakeside", "Ann", "(you)", "buyer, analyst", "Go on in Seaside")
        .doesNotContain("Invite", "bob@b.example");
    assertThat(manager).contains("Invite", "bob@b.example as analyst").doesNotContain("support");
    assertThat(admin).contains("value=\"support\"", "value=\"admin\"");
  }

  @Test
  void managesTheTeam() {
    team();
    Visitor buyer = signedIn("buyer", "platform:write");
    buyer.get("/console/team");
    API.answers("/team/invitations/invitation_1", 204, "{}");
    API.answers("/team/members/user_1", 204, "{}");

    assertThat(
            buyer.post(
                "/console/team/invitations", Map.of("email", "c@b.example", "roles", "buyer")))
        .extracting(answer -> Visitor.header(answer, "location"))
        .isEqualTo("/console/team");
    assertThat(API.calls().getLast().body())
        .isEqualTo(Map.of("email", "c@b.example", "roles", List.of("buyer")));
    buyer.post("/console/team/invitations/invitation_1/withdrawal", Map.of());
    assertThat(API.calls().getLast().method()).isEqualTo("DELETE");
    buyer.post("/console/team/members/user_1/roles", Map.of());
    assertThat(API.calls().getLast().body()).isEqualTo(Map.of("roles", List.of()));
    buyer.post("/console/team/members/user_1/removal", Map.of());
    assertThat(API.calls().getLast().path()).isEqualTo("/team/members/user_1");
  }

  @Test
  void saysWhyTheTeamCannotBeChanged() {
    team();
    Visitor buyer = signedIn("buyer", "platform:write");
    buyer.get("/console/team");
    API.answers("/team/members/user_1", 409, "{\"detail\":\"Somebody must be left.\"}");

    APIGatewayV2HTTPResponse answer = buyer.post("/console/team/members/user_1/removal", Map.of());

    assertThat(answer.getStatusCode()).isEqualTo(409);
    assertThat(answer.getBody()).contains("Somebody must be left.");
  }

  @Test
  void goesOnInAnotherTeam() {
    team();
    Visitor buyer = signedIn("buyer").with("__Host-refresh", "old");
    buyer.get("/console/team");

    API.answers("/sessions/team", 403, "{\"detail\":\"Not yours.\"}");
    assertThat(buyer.post("/console/team/choice", Map.of("team", "team_2")).getStatusCode())
        .isEqualTo(403);
    API.answers("/sessions/team", 200, "{\"accessToken\":\"new\",\"refreshToken\":\"next\"}");
    APIGatewayV2HTTPResponse chosen = buyer.post("/console/team/choice", Map.of("team", "team_2"));

    assertThat(Visitor.header(chosen, "location")).isEqualTo("/console");
    assertThat(buyer.cookies()).containsEntry("__Host-session", "new");
    assertThat(API.calls().getLast().body())
        .isEqualTo(Map.of("team", "team_2", "refreshToken", "old"));
  }

  @Test
  void joinsATeamByAnInvitation() {
    Visitor buyer = signedIn("buyer").with("__Host-refresh", "old");
    assertThat(buyer.get("/console/join").getBody())
        .contains("name=\"token\" type=\"text\"", "/console/assets/console/letter.js");

    API.answers("/invitations/acceptance", 422, "{\"detail\":\"It is used up.\"}");
    APIGatewayV2HTTPResponse refused = buyer.post("/console/join", Map.of("token", "s3cret"));
    API.answers("/invitations/acceptance", 200, "{\"team\":\"team_2\"}");
    API.answers("/sessions/team", 401, "{\"detail\":\"Over.\"}");
    APIGatewayV2HTTPResponse stuck = buyer.post("/console/join", Map.of("token", "s3cret"));
    API.answers("/sessions/team", 200, "{\"accessToken\":\"new\",\"refreshToken\":\"next\"}");
    APIGatewayV2HTTPResponse joined = buyer.post("/console/join", Map.of("token", "s3cret"));

    assertThat(refused.getBody()).contains("It is used up.");
    assertThat(stuck.getStatusCode()).isEqualTo(401);
    assertThat(Visitor.header(joined, "location")).isEqualTo("/console");
    assertThat(buyer.cookies()).containsEntry("__Host-refresh", "next");
  }

  @Test
  void makesRotatesAndRevokesKeys() {
    API.answers(
        "/api-keys",
        200,
        "{\"keys\":[{\"id\":\"key_1\",\"name\":\"export\",\"scopes\":[\"marketplace:read\"],"
            + "\"expiresAt\":\"2027-01-01T00:00:00Z\",\"lastUsedAt\":\"2026-11-20T00:00:00Z\"},"
            + "{\"id\":\"key_2\",\"name\":\"idle\"}],\"apiKey\":\"key_3.s3cret\"}");
    API.answers("/api-keys/key_1/rotation", 200, "{\"apiKey\":\"key_1.s3cret\"}");
    API.answers("/api-keys/key_2", 404, "{\"detail\":\"There is no such key.\"}");
    Visitor buyer = signedIn("buyer", "marketplace:read");

    String listed = buyer.get("/console/account/keys").getBody();
    String made =
        buyer
            .post("/console/account/keys", Map.of("name", "export", "scopes", "marketplace:read"))
            .getBody();
    String rotated = buyer.post("/console/account/keys/key_1/rotation", Map.of()).getBody();
    APIGatewayV2HTTPResponse revoked =
        buyer.post("/console/account/keys/key_2/revocation", Map.of());

    assertThat(listed)
        .contains("export", "marketplace:read", "2026-11-20 00:00:00", "never")
        .doesNotContain("s3cret");
    assertThat(made).contains("key_3.s3cret");
    assertThat(rotated).contains("key_1.s3cret");
    assertThat(revoked.getStatusCode()).isEqualTo(404);
    assertThat(revoked.getBody()).contains("There is no such key.");
  }

  @Test
  void saysWhenTheTeamIsGone() {
    API.answers("/me", 401, "{\"title\":\"Unauthorized\",\"detail\":\"The team is gone.\"}");

    assertThat(signedIn("buyer").get("/console/team").getBody()).contains("The team is gone.");
  }

  private static void team() {
    API.answers(
        "/me",
        200,
        "{\"id\":\"user_1\",\"team\":{\"id\":\"team_1\",\"name\":\"Lakeside\"},"
            + "\"teams\":[{\"id\":\"team_1\",\"name\":\"Lakeside\"},"
            + "{\"id\":\"team_2\",\"name\":\"Seaside\"}]}");
    API.answers(
        "/team/members",
        200,
        "{\"members\":[{\"id\":\"user_1\",\"name\":\"Ann\",\"email\":\"a@b.example\","
            + "\"roles\":[\"buyer\",\"analyst\"]}]}");
    API.answers(
        "/team/invitations",
        200,
        "{\"invitations\":[{\"id\":\"invitation_1\",\"email\":\"bob@b.example\","
            + "\"roles\":[\"analyst\"],\"expiresAt\":\"2026-11-28T00:00:00Z\"}]}");
  }
}
