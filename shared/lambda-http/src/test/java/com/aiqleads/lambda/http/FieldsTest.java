package com.aiqleads.lambda.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;

class FieldsTest {

  private final Fields fields = new Fields();

  @Test
  void readValues() {
    assertThat(fields.require("age", "12", Integer::valueOf, "must be a number")).contains(12);
    assertThatCode(fields::throwIfAnyIsWrong).doesNotThrowAnyException();
  }

  @Test
  void nameEveryWrongOneAtOnce() {
    assertThat(fields.require("age", "x", Integer::valueOf, "must be a number")).isEmpty();
    assertThat(fields.require("size", null, Integer::valueOf, "")).isEmpty();
    assertThat(fields.require("weight", "", Integer::valueOf, "")).isEmpty();
    fields.refuse("name", "is taken");

    assertThat(catchThrowableOfType(BadInput.class, fields::throwIfAnyIsWrong).wrongFields())
        .containsExactly(
            new WrongField("age", "must be a number"),
            new WrongField("size", "is required"),
            new WrongField("weight", "is required"),
            new WrongField("name", "is taken"));
  }
}
