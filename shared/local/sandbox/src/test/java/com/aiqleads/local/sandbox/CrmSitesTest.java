package com.aiqleads.local.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CrmSitesTest {

  private static final String CONTACTS = "/hubspot/crm/v3/objects/contacts";
  private static final String EVENTS = "/followupboss/v1/events";
  private static final String LEADS = "/salesforce/services/data/v62.0/sobjects/Lead";
  private static final String DANA =
      "{\"properties\":{\"email\":\"dana@letterbox.example\",\"phone\":\"+13055550142\"}}";

  private final Sandbox sandbox = Sandbox.start(0, 7, 1);
  private final Visitor visitor = Visitor.of(sandbox);

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void hubSpotHasAContactOnceForAMailAddress() {
    assertThat(hubSpot(CONTACTS, DANA).statusCode()).isEqualTo(201);
    HttpResponse<String> again = hubSpot(CONTACTS, DANA);

    assertThat(again.statusCode()).isEqualTo(409);
    assertThat(again.body()).contains("CONFLICT", "Existing ID: 51001");
    assertThat(again.headers().firstValue("X-HubSpot-RateLimit-Max")).contains("100");
    assertThat(hubSpot("/hubspot/other", "{}").statusCode()).isEqualTo(404);
    assertThat(visitor.get("/control/crm").body()).contains("hubspot", "dana@letterbox.example");
  }

  /// However they were typed, and never with the number of the country.
  @Test
  void hubSpotFindsNumbersByTheDigitsThatItWorksOut() {
    hubSpot(CONTACTS, "{\"properties\":{\"phone\":\"1 (305) 555-0142\"}}");
    hubSpot(CONTACTS, "{\"properties\":{\"mobilephone\":\"305.555.0143\"}}");
    String calculated = "hs_searchable_calculated_phone_number";

    assertThat(found(calculated, "[\"7865550100\",\"3055550142\"]"))
        .contains("\"total\":1", "51001");
    assertThat(found(calculated, "\"3055550142\"")).contains("\"total\":1");
    assertThat(found(calculated, "[\"13055550142\"]")).contains("\"total\":0");
    assertThat(found(calculated, "[\"3055550143\"]")).contains("\"total\":0");
    assertThat(found("hs_searchable_calculated_mobile_number", "[\"3055550143\"]"))
        .contains("\"total\":1", "51002");
    assertThat(found("phone", "\"3055550142\"")).contains("\"total\":0");
    assertThat(found("phone", "\"1 (305) 555-0142\"")).contains("\"total\":1");
    assertThat(hubSpot(CONTACTS + "/search", "{}").body()).contains("\"total\":0");
  }

  private String found(String property, String values) {
    String filter =
        "{\"propertyName\":\"%s\",\"%s\":%s}"
            .formatted(property, values.startsWith("[") ? "values" : "value", values);
    return hubSpot(CONTACTS + "/search", "{\"filterGroups\":[{\"filters\":[" + filter + "]}]}")
        .body();
  }

  @Test
  void followUpBossLetsWhoIsRegisteredAskMoreOften() {
    assertThat(sent(EVENTS, "{}", authorization()).statusCode()).as("nameless").isEqualTo(400);
    assertThat(limit("X-System", "AIQLeads")).contains("10");
    assertThat(limit("X-System", "AIQLeads", "X-System-Key", "another")).contains("10");
    assertThat(limit("X-System", "AIQLeads", "X-System-Key", FollowUpBossSite.SYSTEM_KEY))
        .contains("20");
  }

  private Optional<String> limit(String... headers) {
    List<String> all = new ArrayList<>(List.of(headers));
    all.addAll(List.of("Authorization", authorization()));
    return visitor
        .postJson(EVENTS, "{}", all.toArray(String[]::new))
        .headers()
        .firstValue("X-RateLimit-Limit");
  }

  @Test
  void followUpBossFindsWhoIsKnownAndTakesNoHalfEvents() {
    String event =
        "{\"source\":\"a\",\"type\":\"Seller Inquiry\",\"person\":{\"phones\":[{\"value\":\"1\"}]}}";

    assertThat(boss(event).statusCode()).isEqualTo(201);
    assertThat(boss(event).statusCode()).isEqualTo(200);
    assertThat(boss("{\"source\":\"a\"}").statusCode()).isEqualTo(400);
    trap(CrmTrap.IGNORED, true);
    assertThat(boss(event).statusCode()).isEqualTo(204);
    trap(CrmTrap.IGNORED, false);
    trap(CrmTrap.LIMITED, true);
    HttpResponse<String> limited = boss(event);
    assertThat(limited.statusCode()).isEqualTo(429);
    assertThat(limited.headers().firstValue("Retry-After")).contains("8");
    assertThat(limited.headers().firstValue("X-RateLimit-Context")).contains("events");
  }

  @Test
  void salesforceWantsATokenNameAndCompany() {
    String token = "grant_type=client_credentials&client_id=%s&client_secret=%s";
    String lead =
        "{\"LastName\":\"Smith\",\"Company\":\"Home\",\"Email\":\"dana@letterbox.example\"}";

    assertThat(force(token.formatted(SalesforceSite.CLIENT, "wrong")).statusCode()).isEqualTo(400);
    String given = force(token.formatted(SalesforceSite.CLIENT, SalesforceSite.SECRET)).body();
    String bearer = "Bearer " + CrmSites.field(given, "access_token");

    assertThat(visitor.postJson(LEADS, lead).statusCode()).isEqualTo(401);
    assertThat(sent(LEADS, "{\"LastName\":\"Smith\"}", bearer).body())
        .contains("REQUIRED_FIELD_MISSING", "Company");
    assertThat(sent(LEADS, lead, bearer).body()).contains("\"success\":true");
    assertThat(sent(LEADS, lead, bearer).body()).contains("DUPLICATES_DETECTED");
    assertThat(sent("/salesforce/other", lead, bearer).statusCode()).isEqualTo(404);
  }

  @Test
  void setsTrapsForAll() {
    assertThat(visitor.postForm("/control/crm", "trap=none").statusCode()).isEqualTo(400);
    trap(CrmTrap.MUTE, true);
    assertThat(hubSpot(CONTACTS, DANA).body()).contains("Welcome");
    trap(CrmTrap.DOWN, true);
    assertThat(hubSpot(CONTACTS, DANA).statusCode()).isEqualTo(503);
    assertThat(visitor.get("/control/crm").body()).contains("\"traps\":[\"mute\",\"down\"]");
  }

  private HttpResponse<String> hubSpot(String path, String body) {
    return sent(path, body, "Bearer " + HubSpotSite.TOKEN);
  }

  private HttpResponse<String> boss(String body) {
    return visitor.postJson(EVENTS, body, "Authorization", authorization(), "X-System", "AIQLeads");
  }

  private static String authorization() {
    byte[] name = (FollowUpBossSite.KEY + ":").getBytes(StandardCharsets.US_ASCII);
    return "Basic " + Base64.getEncoder().encodeToString(name);
  }

  private HttpResponse<String> force(String form) {
    return visitor.postForm("/salesforce/services/oauth2/token", form);
  }

  private HttpResponse<String> sent(String path, String body, String authorization) {
    return visitor.postJson(path, body, "Authorization", authorization);
  }

  private void trap(CrmTrap trap, boolean on) {
    visitor.postForm("/control/crm", "trap=" + trap.text() + "&on=" + on);
  }
}
