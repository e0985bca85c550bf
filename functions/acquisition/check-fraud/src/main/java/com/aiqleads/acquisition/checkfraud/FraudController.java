package com.aiqleads.acquisition.checkfraud;

import com.aiqleads.kernel.LeadId;
import com.aiqleads.lambda.http.NotFound;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;

@Controller
@Tag(name = "Fraud")
final class FraudController {

  private final CheckFraud checkFraud;

  FraudController(CheckFraud checkFraud) {
    this.checkFraud = checkFraud;
  }

  @Get("/leads/{id}/fraud")
  @Operation(
      summary = "How likely a lead is a fraud",
      description = "By what is known of it and around it now, with every reason.")
  FraudView ofLead(String id) {
    return read(id)
        .flatMap(checkFraud::of)
        .map(FraudView::of)
        .orElseThrow(() -> new NotFound("no-lead", "There is no such lead with anything to sell."));
  }

  @Post("/fraud-checks")
  @Operation(
      summary = "Have a listing checked",
      description =
          "Held against all listings that are known, by the same rules as leads. Nothing of it is"
              + " kept.")
  FraudView check(@Body FraudCheckRequest body) {
    return FraudView.of(checkFraud.of(body.checked()));
  }

  private static Optional<LeadId> read(String id) {
    try {
      return Optional.of(LeadId.parse(id));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
