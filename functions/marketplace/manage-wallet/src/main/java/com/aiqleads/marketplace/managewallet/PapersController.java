package com.aiqleads.marketplace.managewallet;

import com.aiqleads.lambda.http.Caller;
import com.aiqleads.lambda.http.NotFound;
import com.aiqleads.marketplace.managewallet.ReceiptViews.PaperView;
import com.aiqleads.marketplace.receipts.ReceiptId;
import com.aiqleads.marketplace.receipts.Receipts;
import com.aiqleads.marketplace.receipts.TeamReceipt;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// For admins: the papers of all teams. They name firms, and so it is written down who read which.
@Controller("/papers")
@Tag(name = "Books")
final class PapersController {

  private static final Logger LOG = LoggerFactory.getLogger(PapersController.class);

  private final Receipts receipts;

  PapersController(Receipts receipts) {
    this.receipts = receipts;
  }

  @Get("/{id}")
  @Operation(
      summary = "A receipt or credit note of any team",
      description = "As the team sees it, and whose it is. Who read it stands in the log.")
  PaperView paper(@Parameter(hidden = true) Caller caller, String id) {
    TeamReceipt paper =
        parsed(id)
            .flatMap(receipts::ofAnyTeam)
            .orElseThrow(() -> new NotFound("no-such-receipt", "No team has such a receipt."));
    LOG.atInfo()
        .addKeyValue("user", caller.user().text())
        .addKeyValue("team", paper.team().text())
        .addKeyValue("receipt", paper.receipt().id().text())
        .log("the paper of a team was read");
    return PaperView.of(paper);
  }

  private static Optional<ReceiptId> parsed(String id) {
    try {
      return Optional.of(ReceiptId.parse(id));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
