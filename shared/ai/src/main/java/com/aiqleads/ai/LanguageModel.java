package com.aiqleads.ai;

import java.time.Duration;

/// Answers a question in words, or says why it does not; it never throws for what a service does.
/// It proposes only: whoever asks checks the answer by rules of their own.
public interface LanguageModel {

  /// Nobody who could be asked.
  LanguageModel NONE = (_, _) -> new Reply.Silent(Reply.Why.OFF);

  /// Once, without another try: the chain does not wait for a proposal.
  Reply ask(Question question, Duration patience);
}
