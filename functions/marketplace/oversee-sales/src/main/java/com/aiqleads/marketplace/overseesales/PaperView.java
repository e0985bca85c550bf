package com.aiqleads.marketplace.overseesales;

import com.aiqleads.marketplace.receipts.Receipt.Original;
import io.micronaut.serde.annotation.Serdeable;

/// A receipt or a credit note; `GET /papers/{id}` is all of it.
@Serdeable
record PaperView(String id, String number) {

  static PaperView of(Original paper) {
    return new PaperView(paper.id().text(), paper.number());
  }
}
