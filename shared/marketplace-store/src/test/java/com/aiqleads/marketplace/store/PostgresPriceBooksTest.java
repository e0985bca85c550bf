package com.aiqleads.marketplace.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.UserId;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.database.Parameters;
import com.aiqleads.lambda.database.StoreFailure;
import com.aiqleads.marketplace.pricing.BookEntry;
import com.aiqleads.marketplace.pricing.Figures;
import com.aiqleads.marketplace.pricing.PriceBook;
import com.aiqleads.marketplace.pricing.PriceBookFixtures;
import com.aiqleads.marketplace.pricing.PriceBooks;
import com.aiqleads.marketplace.pricing.PriceBooks.InForce;
import com.aiqleads.testkit.PostgresService;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresPriceBooksTest {

  @RegisterExtension
  static final PostgresService postgres = PostgresService.forContext("marketplace");

  private static final UserId ADMIN = new UserId(Ids.derived("user", "admin"));
  private static final Figures DEARER =
      PriceBookFixtures.figures(Money.usd(20_00), Money.usd(3_00), Money.usd(90_00));

  private final Database database = Stores.database(postgres);
  private final PriceBooks books = new PostgresPriceBooks(database, new FiguresJson(Stores.JSON));

  @BeforeEach
  void empty() {
    postgres.clear();
    new TestClock(postgres);
  }

  @Test
  void beginsWithTheBookOfTheCode() {
    assertThat(books.current()).isEqualTo(BookEntry.FIRST);
    assertThat(books.history(10)).containsExactly(BookEntry.FIRST);
    assertThat(books.find("2026-11")).contains(PriceBook.FIRST);
    assertThat(books.find("2026-11-20.2")).isEmpty();
  }

  @Test
  void putsNewFiguresInForceAndKeepsTheOldOnes() {
    InForce written = (InForce) books.write(1, DEARER, ADMIN, "Leads are scarce");

    BookEntry entry = written.entry();
    assertThat(entry.number()).isEqualTo(2);
    assertThat(entry.book()).isEqualTo(new PriceBook("2026-11-20.2", DEARER));
    assertThat(entry.signed().orElseThrow().by()).isEqualTo(ADMIN);
    assertThat(entry.signed().orElseThrow().note()).isEqualTo("Leads are scarce");
    assertThat(entry.signed().orElseThrow().restores()).isEmpty();
    assertThat(books.current()).isEqualTo(entry);
    assertThat(books.history(10)).containsExactly(entry, BookEntry.FIRST);
    assertThat(books.history(1)).containsExactly(entry);
    assertThat(books.find("2026-11-20.2")).contains(entry.book());
  }

  @Test
  void readsFiguresBackAsTheyWere() {
    Figures bare =
        new Figures(
            Map.of(),
            Money.usd(1),
            Map.of(),
            Map.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            DEARER.unsold(),
            100,
            1,
            Money.usd(0),
            Money.usd(1));

    books.write(1, bare, ADMIN, "Almost nothing");

    assertThat(books.current().book().figures()).isEqualTo(bare);
  }

  @Test
  void ofTwoWhoChangeTheSameBookOneIsOvertaken() {
    InForce first = (InForce) books.write(1, DEARER, ADMIN, "First");

    assertThat(books.write(1, PriceBook.FIRST.figures(), ADMIN, "Second"))
        .isEqualTo(new PriceBooks.Overtaken(first.entry()));
    assertThat(books.write(7, DEARER, ADMIN, "From the future"))
        .isEqualTo(new PriceBooks.Overtaken(first.entry()));
  }

  @Test
  void goesBackByANewVersion() {
    books.write(1, DEARER, ADMIN, "Too dear");

    InForce back = (InForce) books.restore(2, "2026-11", ADMIN, "Nobody bought");

    assertThat(back.entry().number()).isEqualTo(3);
    assertThat(back.entry().book().version()).isEqualTo("2026-11-20.3");
    assertThat(back.entry().book().figures()).isEqualTo(PriceBook.FIRST.figures());
    assertThat(back.entry().signed().orElseThrow().restores()).isEqualTo(Optional.of("2026-11"));
    assertThat(books.restore(3, "2025-01", ADMIN, "?"))
        .isEqualTo(new PriceBooks.UnknownVersion("2025-01"));
  }

  @Test
  void neverChangesWhatWasInForce() {
    books.write(1, DEARER, ADMIN, "For ever");

    assertThatExceptionOfType(StoreFailure.class)
        .isThrownBy(() -> database.update("update price_books set note = 'else'", Parameters.of()));
    assertThatExceptionOfType(StoreFailure.class)
        .isThrownBy(() -> database.update("delete from price_books", Parameters.of()));
  }
}
