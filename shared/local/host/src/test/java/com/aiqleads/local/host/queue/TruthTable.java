package com.aiqleads.local.host.queue;

import java.util.List;

/// What an answer says of a batch, as recorded against AWS and as its documentation has it.
final class TruthTable {

  static final List<String> ALL_DONE =
      List.of(
          "",
          "{}",
          "null",
          "\"done\"",
          "{\"batchItemFailures\":null}",
          "{\"batchItemFailures\":[]}");

  /// Of a batch whose messages are not `c`.
  static final List<String> ALL_FAILED =
      List.of(
          "{\"batchItemFailures\":[{\"foo\":\"a\"}]}",
          "{\"batchItemFailures\":[{\"itemIdentifier\":\"\"}]}",
          "{\"batchItemFailures\":[{\"itemIdentifier\":null}]}",
          "{\"batchItemFailures\":[{\"itemIdentifier\":\"c\"}]}",
          "{\"batchItemFailures\":[{\"itemIdentifier\":\"a\"},{}]}",
          "{\"batchItemFailures\":\"a\"}",
          "{\"batchItemFailures\":",
          "<html>");

  private TruthTable() {}
}
