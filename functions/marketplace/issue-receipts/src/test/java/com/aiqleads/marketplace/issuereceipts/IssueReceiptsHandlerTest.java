package com.aiqleads.marketplace.issuereceipts;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.TeamId;
import com.aiqleads.lambda.FakeInvocation;
import com.aiqleads.lambda.FakeQueues;
import com.aiqleads.lambda.ScheduledRun;
import com.aiqleads.lambda.TestFunction;
import com.aiqleads.marketplace.receipts.BillTo;
import com.aiqleads.marketplace.receipts.Receipt;
import com.aiqleads.marketplace.receipts.ReceiptId;
import com.aiqleads.marketplace.receipts.Receipts;
import com.aiqleads.marketplace.receipts.TeamReceipt;
import com.aiqleads.marketplace.taxes.Taxes;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IssueReceiptsHandlerTest {

  private static final Duration LONG = Duration.ofSeconds(50);

  private final ApplicationContext context =
      TestFunction.start("marketplace", "issue-receipts", new FakeQueues(), Map.of());

  @AfterEach
  void close() {
    context.close();
  }

  @Test
  void writesUntilNothingIsLeft() {
    Moved moved = new Moved(1_234);

    run(moved, LONG);

    assertThat(moved.left).isZero();
  }

  @Test
  void stopsInTimeWhateverIsLeft() {
    Moved moved = new Moved(1_000_000);

    run(moved, LONG);

    assertThat(moved.left).isEqualTo(900_000);
  }

  @Test
  void beginsNothingThatItMayNotEnd() {
    Moved moved = new Moved(10);

    run(moved, Duration.ofSeconds(20));

    assertThat(moved.left).isEqualTo(10);
  }

  @Test
  void startsAsDeployed() throws Exception {
    try (IssueReceiptsHandler handler = new IssueReceiptsHandler()) {
      assertThat(handler.getApplicationContext().isRunning()).isTrue();
    }
  }

  private void run(Receipts receipts, Duration time) {
    context.registerSingleton(Receipts.class, receipts);
    context.registerSingleton(Taxes.class, Taxes.NONE);
    ScheduledRun run = new ScheduledRun("marketplace-issue-receipts", Instant.EPOCH);
    assertThat(new IssueReceiptsHandler(context).handleRequest(run, new FakeInvocation(time)))
        .isNull();
  }

  /// As many movements of money as have no paper yet.
  private static final class Moved implements Receipts {
    private int left;

    Moved(int left) {
      this.left = left;
    }

    @Override
    public int issue(int most, Taxes taxes) {
      int looked = Math.min(most, left);
      left -= looked;
      return looked;
    }

    @Override
    public List<Receipt> of(TeamId team, long below, int limit) {
      return List.of();
    }

    @Override
    public Optional<Receipt> receipt(TeamId team, ReceiptId id) {
      return Optional.empty();
    }

    @Override
    public Optional<TeamReceipt> ofAnyTeam(ReceiptId id) {
      return Optional.empty();
    }

    @Override
    public Optional<BillTo> billTo(TeamId team) {
      return Optional.empty();
    }

    @Override
    public void billTo(TeamId team, BillTo who) {}
  }
}
