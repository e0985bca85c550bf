package com.aiqleads.marketplace.refunds;

import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.kernel.UserId;
import com.aiqleads.marketplace.Reason;
import com.aiqleads.marketplace.orders.OrderId;
import com.aiqleads.marketplace.receipts.Receipt.Original;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Money that went back to a buyer, or is to: once for each movement, so that what a bank took of
/// a wallet and what it took of what was spent before stand beside each other.
///
/// @param at when it moved; of what has not yet, since when that is so
/// @param lead that was given back, if one was
/// @param order that it goes back of, if it became a sale
/// @param judge whoever decided it, if it was a person of ours
/// @param paper its credit note, or the receipt of what came again; there within minutes
public record Refund(
    RefundId id,
    Instant at,
    TeamId team,
    Kind kind,
    State state,
    Money amount,
    Reason reason,
    Optional<LeadId> lead,
    Optional<OrderId> order,
    Optional<UserId> judge,
    Optional<Original> paper) {

  /// What it is.
  public enum Kind {
    /// A lead that a team gave back.
    RETURN(Move.RETURN),
    /// A lead of which we found out ourselves, before anybody asked.
    RECALL(Move.RETURN),
    /// A lead that never arrived.
    UNDELIVERED(Move.RETURN),
    /// A lead that a team gave back, and got right about in the end.
    APPEAL(Move.RETURN),
    /// Money of an order by card that could not be bought any more.
    ORDER_REFUND(Move.CLAW),
    /// Money of a card that somebody gave back at the gateway.
    CARD_REFUND(Move.CLAW),
    /// Money of a card that its bank took back, or wants to.
    CHARGEBACK(Move.CLAW),
    /// What came again after it had gone back: the bank was wrong, or the refund failed.
    REVERSAL(Move.REINSTATEMENT);

    private final Move move;

    Kind(Move move) {
      this.move = move;
    }

    public Move move() {
      return move;
    }

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Kind parse(String code) {
      return Arrays.stream(values())
          .filter(kind -> kind.code().equals(code))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("no such kind"));
    }

    /// Who decides about it, if no person of ours did.
    public Decider decider() {
      return switch (this) {
        case RETURN, RECALL, UNDELIVERED, APPEAL, ORDER_REFUND -> Decider.RULE;
        case CARD_REFUND -> Decider.GATEWAY;
        case CHARGEBACK, REVERSAL -> Decider.BANK;
      };
    }
  }

  /// How it stands on the ledger.
  public enum Move {
    RETURN,
    CLAW,
    REINSTATEMENT
  }

  /// How far it is.
  public enum State {
    /// It has to go back, and the gateway is yet to be asked.
    DUE,
    /// The gateway was asked, and has not said that it is done.
    ASKED,
    DONE,
    /// It came back: the card or its bank did not take it.
    FAILED,
    /// The bank has not decided: nobody can spend it.
    CONTESTED;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// Whether any money has moved.
    public boolean hasMoved() {
      return this == DONE || this == FAILED;
    }

    public static State parse(String code) {
      return Arrays.stream(values())
          .filter(state -> state.code().equals(code))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("no such state"));
    }
  }

  /// Whose word it was.
  public enum Decider {
    /// Rules of ours, from what is known.
    RULE,
    /// Somebody of ours.
    PERSON,
    /// Somebody at the gateway.
    GATEWAY,
    BANK
  }

  public Decider decider() {
    return judge.isPresent() ? Decider.PERSON : kind.decider();
  }
}
