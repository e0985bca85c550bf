package com.aiqleads.marketplace.settlereturn;

import com.aiqleads.lambda.http.Caller;
import com.aiqleads.marketplace.returns.Returns;
import com.aiqleads.marketplace.settlereturn.DecisionRequest.Decision;
import com.aiqleads.marketplace.settlereturn.ReturnViews.AppealsView;
import com.aiqleads.marketplace.settlereturn.ReturnViews.RatesView;
import com.aiqleads.marketplace.settlereturn.ReturnViews.ReturnView;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;

/// For people of ours: support judges, admins see how much comes back.
@Controller
@Tag(name = "Returns")
final class AppealsController {

  private static final int MOST = 200;

  private final SettleReturn desk;
  private final Returns returns;

  AppealsController(SettleReturn desk, Returns returns) {
    this.desk = desk;
    this.returns = returns;
  }

  @Get("/appeals")
  @Operation(
      summary = "Returns that a person has to look at",
      description = "Those that nothing we keep decides, and appeals. The oldest first, 200.")
  AppealsView appeals() {
    return AppealsView.of(returns.toJudge(MOST));
  }

  @Post("/appeals/{id}/decisions")
  @Operation(
      summary = "Decide a return, for good",
      description = "By a person who signed in. Less than was credited before takes nothing back.")
  ReturnView decide(
      @Parameter(hidden = true) Caller caller, String id, @Body DecisionRequest body) {
    caller.sessionOfPerson();
    Decision decision = body.checked();
    return desk.judge(
            ReturnsController.parsed(id), caller.user(), decision.percent(), decision.note())
        .map(ReturnView::of)
        .orElseThrow(ReturnsController::unknown);
  }

  @Get("/return-rates")
  @Operation(
      summary = "How much of what was sold came back",
      description = "Of the last ninety days, by source, by team and by reason.")
  RatesView rates() {
    return RatesView.of(returns.rates());
  }
}
