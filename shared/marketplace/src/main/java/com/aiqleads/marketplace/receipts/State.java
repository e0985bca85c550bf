package com.aiqleads.marketplace.receipts;

import java.util.Set;

/// A state of the United States, or what stands beside them, as its mail is addressed.
public record State(String code) {

  private static final Set<String> CODES =
      Set.of(
          "AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA PR RI SC SD TN TX UT VT VA WA WV WI WY"
              .split(" "));

  public State {
    if (!CODES.contains(code)) {
      throw new IllegalArgumentException("no state: two capital letters, such as FL");
    }
  }

  @Override
  public String toString() {
    return code;
  }
}
