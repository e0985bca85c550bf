package com.aiqleads.ai;

import com.aiqleads.ai.Reply.Silent;
import com.aiqleads.ai.Reply.Why;
import java.time.Duration;

/// Asks no more than it may. Taken before the question: one that fails has cost something, too.
public record BudgetedModel(LanguageModel model, Allowance allowance) implements LanguageModel {

  @Override
  public Reply ask(Question question, Duration patience) {
    return allowance.take() ? model.ask(question, patience) : new Silent(Why.SPENT);
  }
}
