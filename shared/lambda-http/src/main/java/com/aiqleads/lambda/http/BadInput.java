package com.aiqleads.lambda.http;

import java.util.List;

/// The request itself is wrong; every wrong field is named.
public final class BadInput extends HttpFailure {

  private final List<WrongField> wrongFields;

  public BadInput(List<WrongField> wrongFields) {
    super(400, "bad-input", "The request has wrong fields.");
    this.wrongFields = List.copyOf(wrongFields);
  }

  public BadInput(String field, String message) {
    this(List.of(new WrongField(field, message)));
  }

  @Override
  public List<WrongField> wrongFields() {
    return wrongFields;
  }
}
