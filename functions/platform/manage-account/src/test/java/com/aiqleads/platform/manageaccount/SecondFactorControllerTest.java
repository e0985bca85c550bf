package com.aiqleads.platform.manageaccount;

import static com.aiqleads.platform.manageaccount.Json.list;
import static com.aiqleads.platform.manageaccount.Json.read;
import static com.aiqleads.platform.manageaccount.Json.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.lambda.http.Call;
import com.aiqleads.platform.RefreshFamilies;
import com.aiqleads.platform.Role;
import com.aiqleads.platform.Totp;
import com.aiqleads.platform.TotpSecret;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.micronaut.json.tree.JsonNode;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SecondFactorControllerTest {

  @RegisterExtension static final AccountFunction function = new AccountFunction();

  private final RefreshFamilies families = function.bean(RefreshFamilies.class);
  private Account ann = function.signedIn();

  @Test
  void enrolsASecondFactorAndRemovesIt() {
    APIGatewayV2HTTPResponse before = ann.answer(Call.get("/me/second-factor"));
    APIGatewayV2HTTPResponse offer = ann.answer(Call.post("/me/second-factor", "{}"));
    TotpSecret secret = new TotpSecret(text(read(offer), "secret"));
    APIGatewayV2HTTPResponse enrolled = ann.answer(code("PUT", "/me/second-factor", secret, 0));
    APIGatewayV2HTTPResponse after = ann.answer(Call.get("/me/second-factor"));

    assertThat(before.getBody())
        .isEqualTo("{\"enrolled\":false,\"forced\":false,\"recoveryCodesLeft\":0}");
    assertThat(text(read(offer), "address")).startsWith("otpauth://totp/AIQLeads:ann.");
    assertThat(offer.getHeaders()).containsEntry("cache-control", "no-store");
    assertThat(list(enrolled, "recoveryCodes")).hasSize(10);
    assertThat(after.getBody())
        .isEqualTo("{\"enrolled\":true,\"forced\":false,\"recoveryCodesLeft\":10}");

    assertThat(ann.answer(code("PUT", "/me/second-factor", secret, 1)).getBody())
        .contains("nothing-offered");
    assertThat(ann.answer(code("POST", "/me/second-factor/removal", secret, 5)).getBody())
        .contains("wrong-code");
    assertThat(ann.answer(code("POST", "/me/second-factor/removal", secret, 1)).getStatusCode())
        .isEqualTo(204);
    assertThat(ann.answer(code("POST", "/me/second-factor/removal", secret, 1)).getStatusCode())
        .isEqualTo(409);
  }

  @Test
  void putsAnotherAppInThePlaceOfTheFirstAndRenewsRecoveryCodes() {
    List<JsonNode> codes = list(enrol(enrolment(offered(), "")), "recoveryCodes");
    TotpSecret next = offered();

    assertThat(enrol(enrolment(next, "")).getBody()).contains("enrolled-already");
    assertThat(enrol(enrolment(next, ",\"oldCode\":\"nonsense\"")).getBody())
        .contains("or a recovery code");
    assertThat(
            enrol(
                    enrolment(
                        next, ",\"oldCode\":\"%s\"".formatted(codes.getFirst().getStringValue())))
                .getStatusCode())
        .isEqualTo(200);
    APIGatewayV2HTTPResponse renewed =
        ann.answer(code("POST", "/me/second-factor/recovery-codes", next, 1));
    assertThat(list(renewed, "recoveryCodes")).hasSize(10);
    assertThat(renewed.getHeaders()).containsEntry("cache-control", "no-store");
    for (int guess = 0; guess < 4; guess++) {
      assertThat(ann.answer(code("POST", "/me/second-factor/removal", next, 5)).getBody())
          .contains("wrong-code");
    }
    assertThat(ann.answer(code("POST", "/me/second-factor/removal", next, 5)).getStatusCode())
        .isEqualTo(429);
  }

  @Test
  void enrolsNobodyWhoseSessionIsOver() {
    TotpSecret secret = offered();
    families.revoke(ann.laptop());

    assertThat(enrol(enrolment(secret, "")).getBody()).contains("session-over");
  }

  @Test
  void enrolsNobodyWhoWasOfferedNothing() {
    assertThat(ann.answer(code("PUT", "/me/second-factor", TotpSecret.next(), 0)).getBody())
        .contains("nothing-offered");
    assertThat(
            ann.answer(code("POST", "/me/second-factor/removal", TotpSecret.next(), 0)).getBody())
        .contains("not-enrolled");
    assertThat(
            ann.answer(
                    Call.to("PUT", "/me/second-factor")
                        .body("{\"code\":\"12345\"}")
                        .header("content-type", "application/json"))
                .getBody())
        .contains("must be 6 digits");
  }

  @Test
  void letsAdminsAndNobodyElseTakeSomebodysFactorAway() {
    enrol(enrolment(offered(), ""));
    String mail = ann.member().user().email().address();
    ann = function.added("ada", Role.ADMIN);
    Call lift = lift(mail);

    assertThat(ann.answer(lift).getStatusCode()).isEqualTo(403);
    assertThat(asAdmin(lift(mail)).getStatusCode()).isEqualTo(204);
    assertThat(asAdmin(lift(mail)).getBody()).contains("not-enrolled");
    assertThat(asAdmin(lift("nobody@buyers.example")).getBody()).contains("unknown-person");
    assertThat(asAdmin(lift(ann.member().user().email().address())).getBody())
        .contains("own-second-factor");
    assertThat(asAdmin(lift("nonsense")).getBody()).contains("must be a mail address");
    assertThat(new LiftRequest(mail).toString()).doesNotContain("@");
    assertThat(new EnrolmentRequest("123456", "654321").toString()).doesNotContain("123456");
  }

  @Test
  void leavesAdminsTheirSecondFactor() {
    ann = function.added("ada", Role.ADMIN);

    assertThat(
            ann.answer(code("POST", "/me/second-factor/removal", TotpSecret.next(), 0)).getBody())
        .contains("second-factor-forced");
    assertThat(ann.answer(Call.get("/me/second-factor")).getBody()).contains("\"forced\":true");
  }

  private TotpSecret offered() {
    return new TotpSecret(text(read(ann.answer(Call.post("/me/second-factor", "{}"))), "secret"));
  }

  private static String enrolment(TotpSecret secret, String rest) {
    return "{\"code\":\"%s\"%s}".formatted(Totp.code(secret, Instant.now()), rest);
  }

  private APIGatewayV2HTTPResponse enrol(String body) {
    return ann.answer(
        Call.to("PUT", "/me/second-factor").body(body).header("content-type", "application/json"));
  }

  private static Call lift(String email) {
    return Call.post("/second-factor-removals", "{\"email\":\"%s\"}".formatted(email));
  }

  private APIGatewayV2HTTPResponse asAdmin(Call call) {
    return ann.answer(call, "platform:admin");
  }

  /// A code of so many steps from now.
  private static Call code(String method, String path, TotpSecret secret, int steps) {
    String code = Totp.code(secret, Instant.now().plusSeconds(30L * steps));
    return Call.to(method, path)
        .body("{\"code\":\"%s\"}".formatted(code))
        .header("content-type", "application/json");
  }
}
