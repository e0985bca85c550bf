package com.aiqleads.marketplace.settlereturn;

import com.aiqleads.lambda.http.Fields;
import com.aiqleads.lambda.http.PlainText;
import com.aiqleads.marketplace.returns.Claim;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What people write about a return.
final class Texts {

  private Texts() {}

  static String checked(String field, @Nullable String text, Fields fields) {
    String said = Objects.requireNonNullElse(text, "").strip();
    if (said.length() > Claim.MOST_EVIDENCE) {
      fields.refuse(field, "must have at most " + Claim.MOST_EVIDENCE + " characters");
    }
    if (!PlainText.isPlain(said)) {
      fields.refuse(field, PlainText.RULE);
    }
    return said;
  }

  static String required(String field, @Nullable String text, Fields fields) {
    String said = checked(field, text, fields);
    if (said.isEmpty()) {
      fields.refuse(field, "is required");
    }
    return said;
  }
}
