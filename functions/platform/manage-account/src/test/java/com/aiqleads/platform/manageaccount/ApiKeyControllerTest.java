package com.aiqleads.platform.manageaccount;

import static com.aiqleads.platform.PlatformFixtures.GOOD_PASSWORD;
import static com.aiqleads.platform.manageaccount.Json.read;
import static com.aiqleads.platform.manageaccount.Json.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.TeamId;
import com.aiqleads.kernel.UserId;
import com.aiqleads.lambda.http.Call;
import com.aiqleads.platform.ApiKey;
import com.aiqleads.platform.CheapPasswords;
import com.aiqleads.platform.Members;
import com.aiqleads.platform.Role;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.micronaut.json.tree.JsonNode;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ApiKeyControllerTest {

  @RegisterExtension static final AccountFunction function = new AccountFunction();

  private final Members members = function.bean(Members.class);
  private Account ann = function.signedIn();

  @Test
  void makesRotatesAndRevokesAnApiKey() {
    APIGatewayV2HTTPResponse made =
        ann.answer(
            Call.post("/api-keys", "{\"name\":\"export\",\"scopes\":[\"marketplace:read\"]}"));
    JsonNode key = Objects.requireNonNull(read(made).get("key"));
    String id = text(key, "id");
    APIGatewayV2HTTPResponse rotated = ann.answer(Call.post("/api-keys/" + id + "/rotation", "{}"));
    APIGatewayV2HTTPResponse listed = ann.answer(Call.get("/api-keys"));

    assertThat(made.getStatusCode()).isEqualTo(201);
    assertThat(made.getHeaders()).containsEntry("cache-control", "no-store");
    assertThat(text(read(made), "apiKey")).startsWith(id + ".");
    assertThat(rotated.getStatusCode()).isEqualTo(200);
    assertThat(text(read(rotated), "apiKey"))
        .startsWith(id + ".")
        .isNotEqualTo(text(read(made), "apiKey"));
    assertThat(listed.getBody())
        .contains("\"name\":\"export\"", "\"scopes\":[\"marketplace:read\"]")
        .doesNotContain("apiKey");
    assertThat(ann.answer(Call.to("DELETE", "/api-keys/" + id)).getStatusCode()).isEqualTo(204);
    assertThat(ann.answer(Call.to("DELETE", "/api-keys/" + id)).getStatusCode()).isEqualTo(404);
    assertThat(ann.answer(Call.post("/api-keys/nonsense/rotation", "{}")).getStatusCode())
        .isEqualTo(404);
  }

  @Test
  void makesNoMoreKeysThanATeamMayHave() {
    String wish = "{\"name\":\"export\",\"scopes\":[\"marketplace:read\"]}";
    for (int number = 0; number < ApiKey.MOST_OF_A_TEAM; number++) {
      assertThat(ann.answer(Call.post("/api-keys", wish)).getStatusCode()).isEqualTo(201);
    }

    assertThat(ann.answer(Call.post("/api-keys", wish)).getBody()).contains("too-many-keys");
  }

  @Test
  void letsManagersRevokeTheKeysOfOthersAndNobodyRotateThem() {
    String key =
        text(
            Objects.requireNonNull(
                read(ann.answer(
                        Call.post(
                            "/api-keys",
                            "{\"name\":\"export\",\"scopes\":[\"marketplace:read\"]}")))
                    .get("key")),
            "id");
    UserId bob = function.added("bob", Role.BUYER).member().user().id();
    TeamId team = ann.member().team().id();
    members.join(team, bob, Set.of(Role.ANALYST));
    Account colleague = ann.as(members.find(team, bob).orElseThrow());

    assertThat(colleague.answer(rotation(key), "platform:admin").getStatusCode()).isEqualTo(404);
    assertThat(colleague.answer(revocation(key), "marketplace:read").getStatusCode())
        .isEqualTo(404);
    assertThat(colleague.answer(revocation(key), "platform:write").getStatusCode()).isEqualTo(204);
  }

  @Test
  void makesNoKeyForAnUnconfirmedAddressOrAfterAReset() {
    String wish = "{\"name\":\"export\",\"scopes\":[\"marketplace:read\"]}";
    members.setPassword(
        ann.member().user().id(), new CheapPasswords().hash(GOOD_PASSWORD), Optional.empty());
    assertThat(ann.answer(Call.post("/api-keys", wish)).getBody()).contains("session-over");

    ann = function.added("eve", Role.BUYER);
    ann.start(ann.laptop());
    assertThat(ann.answer(Call.post("/api-keys", wish)).getBody()).contains("unconfirmed-address");
  }

  private static Call rotation(String key) {
    return Call.post("/api-keys/" + key + "/rotation", "{}");
  }

  private static Call revocation(String key) {
    return Call.to("DELETE", "/api-keys/" + key);
  }
}
