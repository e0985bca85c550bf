package com.aiqleads.acquisition.pulldeletions;

import com.aiqleads.acquisition.deleting.DeletionPlatform;
import com.aiqleads.acquisition.deleting.DeletionPlatform.Reply;
import com.aiqleads.acquisition.deleting.DeletionPulls;
import com.aiqleads.acquisition.deleting.DeletionPulls.Pull;
import com.aiqleads.acquisition.deleting.DeletionRequests;
import com.aiqleads.acquisition.deleting.DeletionRequests.Standing;
import com.aiqleads.acquisition.deleting.KeptLists;
import com.aiqleads.acquisition.deleting.PullId;
import com.aiqleads.kernel.Ids;
import com.aiqleads.lambda.Metrics;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One step a run: pull, read, compare, answer. Each finds what the one before has left, so a run
/// that is killed is gone on with by the next. What is read in one run is compared in a later one:
/// by then nobody who was looked up before the lists were read is still on the way in.
@Singleton
final class PullDeletions {

  private static final Logger LOG = LoggerFactory.getLogger(PullDeletions.class);

  private static final Duration EVERY = Duration.ofDays(1);

  private final DeletionPlatform platform;
  private final KeptLists lists;
  private final DeletionPulls pulls;
  private final DeletionRequests requests;
  private final TakeRequests take;
  private final EraseListed erase;
  private final AnswerRequests answer;
  private final Metrics metrics;
  private final InstantSource clock;

  /// The platform waits for answers to lists that are not here.
  static final class ListsLost extends RuntimeException {
    private static final long serialVersionUID = 1;

    ListsLost() {
      super("DROP waits for answers to lists that are not here: ask its support for them again");
    }
  }

  PullDeletions(
      DeletionPlatform platform,
      KeptLists lists,
      DeletionPulls pulls,
      DeletionRequests requests,
      TakeRequests take,
      EraseListed erase,
      AnswerRequests answer,
      Metrics metrics,
      InstantSource clock) {
    this.platform = platform;
    this.lists = lists;
    this.pulls = pulls;
    this.requests = requests;
    this.take = take;
    this.erase = erase;
    this.answer = answer;
    this.metrics = metrics;
    this.clock = clock;
  }

  void step() {
    String outcome = next();
    metrics.count("deletion_pulls", "drop", outcome);
    LOG.atInfo().addKeyValue("outcome", outcome).log("deletion lists");
  }

  private String next() {
    Optional<PullId> unread =
        lists.pulls().stream().filter(pull -> !pulls.isRead(pull)).findFirst();
    if (unread.isPresent()) {
      take.from(unread.get());
      return "read";
    }
    return pulls.open().map(this::goOn).orElseGet(this::pullWhenDue);
  }

  private String goOn(Pull pull) {
    if (!pull.isRead()) {
      throw new ListsLost();
    }
    if (!pull.isCompared()) {
      return erase.from(pull) ? "compared" : "comparing";
    }
    return answer.of(pull.id()) ? "answered" : "answering";
  }

  private String pullWhenDue() {
    Standing standing = requests.standing();
    Instant now = clock.instant();
    return standing.pulledAt().filter(last -> last.plus(EVERY).isAfter(now)).isPresent()
        ? "resting"
        : pull(new PullId(Ids.next(clock)), now);
  }

  /// Kept before anything is written down: the platform gives its lists once.
  private String pull(PullId pull, Instant now) {
    Path archive = emptyFile();
    try {
      Reply reply = platform.pull(archive);
      switch (reply) {
        case LISTS -> lists.keep(pull, archive);
        case NOTHING_NEW -> pulls.nothingNew(pull, now);
        case ANSWERS_FIRST -> throw new ListsLost();
        case NOT_YET, OFF -> {}
      }
      return reply.name();
    } finally {
      delete(archive);
    }
  }

  private static Path emptyFile() {
    try {
      return Files.createTempFile("deletion-lists", ".zip");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make a file for the lists", e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete the file of the lists", e);
    }
  }
}
