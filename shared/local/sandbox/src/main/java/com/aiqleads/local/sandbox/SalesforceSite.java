package com.aiqleads.local.sandbox;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// An organisation of Salesforce: apps fetch a token for themselves and make leads, which must have
/// a family name and a company, and which a duplicate rule lets in once for a mail address.
final class SalesforceSite {

  static final String CLIENT = "3MVG9sandbox.client";
  static final String SECRET = "sandbox-secret-8a4b";

  private static final String TOKEN = "00Dsandbox0!AQ8AQ.token";

  private final Set<String> known = new HashSet<>();
  private int last = 1_000;

  Answer answer(Request request, Set<CrmTrap> traps) {
    return switch (request.method() + " " + request.path()) {
      case "POST /salesforce/services/oauth2/token" -> token(request.form(), traps);
      case "POST /salesforce/services/data/v62.0/sobjects/Lead" -> lead(request, traps);
      default -> error(404, "NOT_FOUND", "The requested resource does not exist", List.of());
    };
  }

  private static Answer token(Map<String, String> form, Set<CrmTrap> traps) {
    boolean isRight =
        "client_credentials".equals(form.get("grant_type"))
            && CLIENT.equals(form.get("client_id"))
            && SECRET.equals(form.get("client_secret"));
    if (!isRight || traps.contains(CrmTrap.NOT_ALLOWED)) {
      return Answer.json(
              Map.of("error", "invalid_client", "error_description", "invalid client credentials"))
          .withStatus(400);
    }
    return Answer.json(
        Map.of(
            "access_token",
            TOKEN,
            "instance_url",
            "https://elsewhere.my.salesforce.com",
            "token_type",
            "Bearer"));
  }

  private Answer lead(Request request, Set<CrmTrap> traps) {
    if (!request.header("Authorization").equals("Bearer " + TOKEN)
        || traps.contains(CrmTrap.EXPIRED)) {
      return error(401, "INVALID_SESSION_ID", "Session expired or invalid", List.of());
    }
    if (traps.contains(CrmTrap.LIMITED) || traps.contains(CrmTrap.LIMITED_FOR_THE_DAY)) {
      return error(403, "REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded.", List.of());
    }
    String body = request.body();
    if (CrmSites.field(body, "LastName").isEmpty() || CrmSites.field(body, "Company").isEmpty()) {
      return missing(List.of("LastName", "Company"));
    }
    if (traps.contains(CrmTrap.FIELD_MISSING)) {
      return missing(List.of("Region__c"));
    }
    String email = CrmSites.field(body, "Email");
    if (!email.isEmpty() && !known.add(email)) {
      return error(400, "DUPLICATES_DETECTED", "Use one of these records?", List.of());
    }
    return Answer.json(Map.of("id", "00Q0000000" + ++last, "success", true, "errors", List.of()))
        .withStatus(201)
        .with("Sforce-Limit-Info", "api-usage=18/15000");
  }

  private static Answer missing(List<String> fields) {
    return error(400, "REQUIRED_FIELD_MISSING", "Required fields are missing: " + fields, fields);
  }

  private static Answer error(int status, String code, String message, List<String> fields) {
    return Answer.json(List.of(Map.of("message", message, "errorCode", code, "fields", fields)))
        .withStatus(status);
  }
}
