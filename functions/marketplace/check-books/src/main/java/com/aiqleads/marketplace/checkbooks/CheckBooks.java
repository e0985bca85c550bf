package com.aiqleads.marketplace.checkbooks;

import com.aiqleads.events.platform.AlertRaised;
import com.aiqleads.lambda.Metrics;
import com.aiqleads.lambda.Publisher;
import com.aiqleads.marketplace.books.BookCheck;
import com.aiqleads.marketplace.books.Books;
import com.aiqleads.marketplace.books.Chain;
import com.aiqleads.marketplace.books.Fault;
import com.aiqleads.marketplace.books.Link;
import com.aiqleads.marketplace.books.Verification;
import com.aiqleads.marketplace.books.Verification.Broken;
import com.aiqleads.marketplace.books.Verification.Sound;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Tells people of faults every night until there are none, and then that it is over. What was seen
/// is kept when it is on its way: a run that is killed between says the same again, which nobody is
/// told twice.
@Singleton
final class CheckBooks {

  private static final String ALARM = "marketplace-books-faults";
  private static final String MEANING =
      "Money, holds or slots do not agree with each other, or somebody changed what was posted: stop"
          + " whoever does it, and correct it by transfers, never by changing rows.";

  private static final int MOST_FAULTS = 1_000;
  private static final int MOST_TOLD = 10;
  private static final int LINKS = 20_000;

  private final Books books;
  private final Chain chain;
  private final Metrics metrics;

  CheckBooks(Books books, Chain chain, Metrics metrics) {
    this.books = books;
    this.chain = chain;
    this.metrics = metrics;
  }

  BookCheck check(Instant dueAt, Publisher publisher) {
    List<Fault> faults = new ArrayList<>(books.faults(MOST_FAULTS));
    Link end = verified(faults);
    faults.forEach(fault -> metrics.count("book_faults", fault.rule(), "found"));
    if (!faults.isEmpty() || books.lastCheck().filter(last -> last.faults() > 0).isPresent()) {
      publisher.publish(
          new AlertRaised(ALARM, !faults.isEmpty(), "critical", dueAt, MEANING, reason(faults)));
      publisher.flush();
    }
    BookCheck check = new BookCheck(dueAt, end, faults.size());
    books.keep(check);
    metrics.count("book_checks", "chain", faults.isEmpty() ? "right" : "faulty");
    return check;
  }

  /// The last link that follows from those before; one that does not is a fault.
  private Link verified(List<Fault> faults) {
    Link end = Link.NONE;
    while (true) {
      Verification seen = chain.verify(end, LINKS);
      if (seen instanceof Broken(long place)) {
        faults.add(new Fault("the chain of transfers is whole", "from " + place));
        return end;
      }
      Link last = ((Sound) seen).last();
      if (last.equals(end)) {
        return end;
      }
      end = last;
    }
  }

  private static String reason(List<Fault> faults) {
    return faults.isEmpty()
        ? "no fault any more"
        : faults.stream()
            .limit(MOST_TOLD)
            .map(fault -> fault.rule() + ": not " + fault.what())
            .collect(
                Collectors.joining(
                    "; ",
                    (faults.size() < MOST_FAULTS ? "" : "at least ") + faults.size() + " faults: ",
                    ""));
  }
}
