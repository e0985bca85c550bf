package com.aiqleads.platform.manageaccount;

import static com.aiqleads.platform.PlatformFixtures.aFamily;
import static com.aiqleads.platform.PlatformFixtures.aMember;
import static com.aiqleads.platform.manageaccount.Json.list;
import static com.aiqleads.platform.manageaccount.Json.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.lambda.http.Call;
import com.aiqleads.platform.CheapPasswords;
import com.aiqleads.platform.FamilyId;
import com.aiqleads.platform.Members;
import com.aiqleads.platform.Password;
import com.aiqleads.platform.Role;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.micronaut.json.tree.JsonNode;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ManageAccountHandlerTest {

  @RegisterExtension static final AccountFunction function = new AccountFunction();

  private final Members members = function.bean(Members.class);
  private Account ann = function.signedIn();

  @Test
  void listsMySessionsAndSaysWhichIsThisOne() {
    ann.start(aFamily());

    List<JsonNode> sessions = list(ann.answer(Call.get("/sessions")), "sessions");

    assertThat(sessions).hasSize(2);
    assertThat(sessions)
        .filteredOn(session -> text(session, "current").equals("true"))
        .singleElement()
        .matches(session -> text(session, "id").equals(ann.laptop().text()))
        .matches(session -> text(session, "device").equals("a browser"));
  }

  @Test
  void endsASessionOfMine() {
    FamilyId phone = aFamily();
    ann.start(phone);

    assertThat(ann.answer(Call.to("DELETE", "/sessions/" + phone)).getStatusCode()).isEqualTo(204);

    assertThat(list(ann.answer(Call.get("/sessions")), "sessions")).hasSize(1);
    assertThat(ann.answer(Call.get("/me/audit")).getBody()).contains("session-ended", phone.text());
  }

  @Test
  void knowsNoSessionThatIsNotMine() {
    for (String foreign : List.of(aFamily().text(), "nonsense")) {
      APIGatewayV2HTTPResponse answer = ann.answer(Call.to("DELETE", "/sessions/" + foreign));

      assertThat(answer.getStatusCode()).isEqualTo(404);
      assertThat(answer.getBody()).contains("unknown-session");
    }
  }

  @Test
  void changesMyPasswordAndEndsTheOtherSessions() {
    ann.start(aFamily());

    assertThat(change("seven green lamps", "eight blue lamps").getStatusCode()).isEqualTo(204);

    assertThat(list(ann.answer(Call.get("/sessions")), "sessions")).hasSize(1);
    assertThat(members.withEmail(ann.member().user().email()).orElseThrow().password())
        .isEqualTo(new CheapPasswords().hash(new Password("eight blue lamps")));
    assertThat(ann.answer(Call.get("/me/audit")).getBody()).contains("password-changed");
  }

  @Test
  void refusesAWrongOldPasswordAndAWeakNewOne() {
    APIGatewayV2HTTPResponse wrong = change("seven red lamps", "eight blue lamps");
    APIGatewayV2HTTPResponse weak = change("seven green lamps", "short");
    APIGatewayV2HTTPResponse nothing = ann.answer(put("{}"));

    assertThat(wrong.getStatusCode()).isEqualTo(403);
    assertThat(wrong.getBody()).contains("wrong-password");
    assertThat(weak.getStatusCode()).isEqualTo(400);
    assertThat(weak.getBody()).contains("newPassword", "must have at least 12 characters");
    assertThat(nothing.getBody()).contains("oldPassword", "newPassword");
  }

  @Test
  void asksForPatienceAfterTenWrongPasswords() {
    for (int attempt = 0; attempt < 10; attempt++) {
      change("seven red lamps", "eight blue lamps");
    }

    assertThat(change("seven green lamps", "eight blue lamps").getStatusCode()).isEqualTo(429);
  }

  @Test
  void saysThatThereIsNoPassword() {
    ann = function.of(aMember("ann." + UUID.randomUUID() + "@buyers.example", Role.BUYER));
    members.add(ann.member());

    assertThat(change("seven green lamps", "eight blue lamps").getBody()).contains("no-password");
  }

  @Test
  void knowsNobodyWhoseTeamIsGone() {
    ann = function.of(aMember("gone@buyers.example", Role.BUYER));

    assertThat(change("seven green lamps", "eight blue lamps").getStatusCode()).isEqualTo(401);
    assertThat(ann.answer(Call.get("/me/second-factor")).getStatusCode()).isEqualTo(401);
  }

  @Test
  void letsNoProgramDoWhatPeopleDo() {
    String program = function.issuer().token(claims -> claims);

    for (Call call :
        List.of(
            Call.get("/sessions"),
            Call.to("DELETE", "/sessions/" + ann.laptop()),
            put("{\"oldPassword\":\"a\",\"newPassword\":\"b\"}"),
            Call.get("/me/second-factor"),
            Call.post("/me/second-factor", "{}"),
            Call.post("/me/second-factor/recovery-codes", "{}"),
            Call.get("/api-keys"),
            Call.post("/api-keys", "{}"),
            Call.post("/api-keys/key_1/rotation", "{}"),
            Call.to("DELETE", "/api-keys/key_1"),
            Call.get("/me/audit"))) {
      APIGatewayV2HTTPResponse answer = function.send(call.bearer(program));

      assertThat(answer.getStatusCode()).isEqualTo(403);
      assertThat(answer.getBody()).contains("needs-session");
    }
  }

  @Test
  void startsFromItsEnvironmentAlone() {
    assertThat(new ManageAccountHandler().getApplicationContext().isRunning()).isTrue();
  }

  private APIGatewayV2HTTPResponse change(String old, String next) {
    return ann.answer(put("{\"oldPassword\":\"%s\",\"newPassword\":\"%s\"}".formatted(old, next)));
  }

  private static Call put(String body) {
    return Call.to("PUT", "/me/password").body(body).header("content-type", "application/json");
  }
}
