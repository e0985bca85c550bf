package com.aiqleads.marketplace.managepricebook;

import com.aiqleads.kernel.LeadId;
import com.aiqleads.marketplace.managepricebook.PriceBookViews.EffectView;
import com.aiqleads.marketplace.pricing.Figures;
import com.aiqleads.marketplace.pricing.Preview;
import com.aiqleads.marketplace.pricing.PriceBooks;
import com.aiqleads.marketplace.pricing.Shelf;
import com.aiqleads.marketplace.pricing.Shelf.Placed;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Prices what is on sale by figures that nobody has put in force, and changes nothing.
@Singleton
record TryFigures(Shelf shelf, PriceBooks books, InstantSource clock) {
  private static final int PAGE = 1_000;

  /// Ids of leads come in no order, so the first so many are as good as any. More would not be done
  /// in the time that an answer has.
  private static final int MOST_PAGES = 20;

  EffectView effect(Figures wanted) {
    Preview preview = new Preview(books.current().book().figures(), wanted);
    Instant now = clock.instant();
    @Nullable LeadId last = null;
    for (int number = 0; number < MOST_PAGES; number++) {
      List<Placed> page = shelf.page(last, now, PAGE);
      page.forEach(preview::add);
      if (page.size() < PAGE) {
        return EffectView.of(preview.effect(), true);
      }
      last = page.getLast().lead();
    }
    return EffectView.of(preview.effect(), shelf.page(last, now, 1).isEmpty());
  }
}
