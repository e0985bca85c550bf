package com.aiqleads.marketplace.managepricebook;

import com.aiqleads.kernel.Money;
import com.aiqleads.marketplace.pricing.BookEntry;
import com.aiqleads.marketplace.pricing.BookEntry.Signed;
import com.aiqleads.marketplace.pricing.Preview.Band;
import com.aiqleads.marketplace.pricing.Preview.Effect;
import com.aiqleads.marketplace.pricing.Preview.Example;
import com.aiqleads.marketplace.pricing.PriceBook;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What is shown of price books.
final class PriceBookViews {

  private PriceBookViews() {}

  @Serdeable
  record BookView(
      @Schema(example = "2026-11-22.2") String version,
      @Schema(description = "To be named by who puts another book in force")
          @Nullable Integer number,
      FiguresBody figures) {

    static BookView of(BookEntry entry) {
      return new BookView(
          entry.book().version(), entry.number(), FiguresBody.of(entry.book().figures()));
    }

    static BookView of(PriceBook book) {
      return new BookView(book.version(), null, FiguresBody.of(book.figures()));
    }
  }

  @Serdeable
  record HistoryView(List<EntryView> books) {

    static HistoryView of(List<BookEntry> entries) {
      return new HistoryView(entries.stream().map(EntryView::of).toList());
    }
  }

  @Serdeable
  record EntryView(
      String version,
      int number,
      @Schema(description = "None for the one that came with the product")
          @Nullable Instant inForceSince,
      @Nullable String writtenBy,
      @Nullable String note,
      @Schema(description = "The version whose figures were taken again")
          @Nullable String restores) {

    static EntryView of(BookEntry entry) {
      Signed signed = entry.signed().orElse(null);
      return signed == null
          ? new EntryView(entry.book().version(), entry.number(), null, null, null, null)
          : new EntryView(
              entry.book().version(),
              entry.number(),
              signed.at(),
              signed.by().text(),
              signed.note(),
              signed.restores().orElse(null));
    }
  }

  @Serdeable
  @Schema(description = "Where prices would come to rest, beside where they would without it")
  record EffectView(
      long leads,
      @Schema(description = "Whether these are all that are on sale") boolean all,
      List<BandView> bands,
      @Schema(description = "How many cost one buyer alone something else") long alone,
      Money sumBefore,
      Money sumAfter,
      @Schema(description = "How many prices move when leads are priced the next time")
          long atNextRun,
      @Schema(description = "How many of them would move anyway") long atNextRunAnyway,
      @Schema(description = "The largest changes") List<ExampleView> examples) {

    static EffectView of(Effect effect, boolean all) {
      return new EffectView(
          effect.leads(),
          all,
          Arrays.stream(Band.values()).map(band -> BandView.of(band, effect)).toList(),
          effect.alone(),
          effect.before(),
          effect.after(),
          effect.atNextRun(),
          effect.atNextRunAnyway(),
          effect.examples().stream().map(ExampleView::of).toList());
    }
  }

  @Serdeable
  record BandView(
      @Schema(
              description =
                  "A little is up to " + Band.LITTLE + " %, much is more than " + Band.MUCH + " %",
              example = "little_cheaper")
          String band,
      int leads) {

    static BandView of(Band band, Effect effect) {
      return new BandView(band.name().toLowerCase(Locale.ROOT), effect.of(band));
    }
  }

  @Serdeable
  record ExampleView(
      String lead, String type, String state, long ageDays, Money before, Money after) {

    static ExampleView of(Example example) {
      return new ExampleView(
          example.lead().text(),
          example.circumstances().type(),
          example.circumstances().state(),
          example.circumstances().ageDays(),
          example.before(),
          example.after());
    }
  }
}
