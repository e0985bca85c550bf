package com.aiqleads.platform.manageaccount;

import static com.aiqleads.platform.manageaccount.Json.list;
import static com.aiqleads.platform.manageaccount.Json.read;
import static com.aiqleads.platform.manageaccount.Json.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.Ids;
import com.aiqleads.lambda.http.Call;
import com.aiqleads.lambda.http.Cursor;
import com.aiqleads.platform.Act;
import com.aiqleads.platform.ApiKeyId;
import com.aiqleads.platform.AuditEntry;
import com.aiqleads.platform.AuditTrail;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.micronaut.json.tree.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AuditControllerTest {

  @RegisterExtension static final AccountFunction function = new AccountFunction();

  private final AuditTrail trail = function.bean(AuditTrail.class);
  private final Account ann = function.signedIn();

  @Test
  void tellsByWhichKeyAProgramActedInMyName() {
    ApiKeyId key = new ApiKeyId(Ids.next(Instant::now));
    trail.add(
        AuditEntry.of(ann.member().owner(), Act.API_KEY_EXCHANGED, "", Instant.now()).by(key));
    trail.add(AuditEntry.of(ann.member().owner(), Act.SIGNED_IN, "", Instant.now()));

    assertThat(list(ann.answer(Call.get("/me/audit")), "entries"))
        .extracting(entry -> text(entry, "key"))
        .contains(key.text(), "");
  }

  @Test
  void tellsAdminsAndNobodyElseWhatTheTeamDid() {
    assertThat(ann.answer(Call.get("/audit")).getStatusCode()).isEqualTo(403);

    write(AuditTrail.PAGE + 1);

    List<JsonNode> all = new ArrayList<>();
    String cursor = "";
    do {
      APIGatewayV2HTTPResponse page = ann.answer(Call.get("/audit" + cursor), "platform:admin");
      all.addAll(list(page, "entries"));
      String next = text(read(page), "next");
      cursor = next.isEmpty() ? "" : "?cursor=" + next;
    } while (!cursor.isEmpty());

    assertThat(all).hasSize(AuditTrail.PAGE + 1);
    assertThat(text(all.getFirst(), "act")).isEqualTo("signed-in");
    assertThat(text(all.getFirst(), "person")).isEqualTo(ann.member().user().id().text());
  }

  @Test
  void refusesACursorOfSomebodyElse() {
    write(AuditTrail.PAGE);
    String mine = text(read(ann.answer(Call.get("/me/audit"))), "next");

    APIGatewayV2HTTPResponse others =
        ann.answer(Call.get("/audit?cursor=" + mine), "platform:admin");

    assertThat(others.getStatusCode()).isEqualTo(400);
    assertThat(ann.answer(Call.get("/me/audit?cursor=x")).getStatusCode()).isEqualTo(400);
  }

  @Test
  void refusesACursorOfATimeThatNoStoreHolds() {
    String filter = Cursor.hashOf(ann.member().team().id(), ann.member().user().id());
    Cursor farAway =
        new Cursor(
            "newest", List.of("+1000000000-12-31T23:59:59Z"), new UUID(0, 1).toString(), filter);

    assertThat(ann.answer(Call.get("/me/audit?cursor=" + farAway.text())).getStatusCode())
        .isEqualTo(400);
  }

  private void write(int entries) {
    for (int entry = 0; entry < entries; entry++) {
      trail.add(AuditEntry.of(ann.member().owner(), Act.SIGNED_IN, "", Instant.now()));
    }
  }
}
