package com.aiqleads.marketplace.standing;

import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.marketplace.holds.SaleMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What an allocation was decided from and what was decided, as it is kept: lines of words, the
/// same for the same values, so that a replay can be held against it byte for byte.
public final class AllocationText {

  private static final String BOUGHT = "BOUGHT";
  private static final int GIVEN_BACK = 9;
  private static final int EARLY = 10;

  private AllocationText() {}

  /// What is known before anybody was tried.
  public record Input(int rule, Offered lead, List<Candidate> candidates) {

    public Input {
      candidates = List.copyOf(candidates);
    }
  }

  /// In the order of ids: that in which the candidates were found says nothing.
  public static String of(Input input) {
    Offered lead = input.lead();
    List<String> lines = new ArrayList<>();
    lines.add("rule " + input.rule());
    lines.add(
        words(
            "lead",
            lead.lead().text(),
            lead.version(),
            lead.revision(),
            lead.price().minorUnits(),
            lead.exclusive().minorUnits(),
            lead.price().currency(),
            lead.slots(),
            lead.free(),
            lead.givenBack()));
    input.candidates().stream()
        .sorted(Comparator.comparing(candidate -> candidate.order().text()))
        .map(AllocationText::line)
        .forEach(lines::add);
    return String.join("\n", lines);
  }

  private static String line(Candidate one) {
    return words(
        "candidate",
        one.order().text(),
        one.version(),
        one.team().text(),
        one.mode().text(),
        one.limit().minorUnits(),
        one.earned(),
        one.since(),
        one.spendable().minorUnits(),
        one.owned(),
        one.early());
  }

  private static String words(Object... words) {
    return Arrays.stream(words).map(Object::toString).collect(Collectors.joining(" "));
  }

  public static Input read(String text) {
    List<String> lines = text.lines().toList();
    int rule = Integer.parseInt(lines.getFirst().split(" ")[1]);
    String[] lead = lines.get(1).split(" ");
    Currency currency = Currency.getInstance(lead[6]);
    Offered offered =
        new Offered(
            LeadId.parse(lead[1]),
            Long.parseLong(lead[2]),
            Integer.parseInt(lead[3]),
            new Money(Long.parseLong(lead[4]), currency),
            new Money(Long.parseLong(lead[5]), currency),
            Integer.parseInt(lead[7]),
            Integer.parseInt(lead[8]),
            // Kept before anybody asked for it.
            lead.length > GIVEN_BACK && Boolean.parseBoolean(lead[GIVEN_BACK]));
    return new Input(
        rule, offered, lines.stream().skip(2).map(line -> candidate(line, currency)).toList());
  }

  private static Candidate candidate(String line, Currency currency) {
    String[] words = line.split(" ");
    return new Candidate(
        StandingOrderId.parse(words[1]),
        Long.parseLong(words[2]),
        TeamId.parse(words[3]),
        SaleMode.of(words[4]),
        new Money(Long.parseLong(words[5]), currency),
        Integer.parseInt(words[6]),
        Instant.parse(words[7]),
        new Money(Long.parseLong(words[8]), currency),
        Boolean.parseBoolean(words[9]),
        // Since the second rule.
        words.length > EARLY && Boolean.parseBoolean(words[EARLY]));
  }

  /// In their own order, which is that of the line.
  public static String of(Map<StandingOrderId, Verdict> verdicts) {
    return verdicts.entrySet().stream()
        .map(one -> one.getKey().text() + " " + word(one.getValue()))
        .collect(Collectors.joining("\n"));
  }

  /// What was decided, computed again.
  public static String replay(String input, Map<StandingOrderId, Verdict> answers) {
    Input read = read(input);
    if (read.rule() < 1 || read.rule() > Allocation.RULE) {
      throw new IllegalArgumentException("made by rule " + read.rule());
    }
    return of(Allocation.of(read.lead(), read.candidates(), answers));
  }

  public static Map<StandingOrderId, Verdict> verdicts(String text) {
    Map<StandingOrderId, Verdict> verdicts = new LinkedHashMap<>();
    text.lines()
        .map(line -> line.split(" "))
        .forEach(words -> verdicts.put(StandingOrderId.parse(words[0]), verdict(words[1])));
    return verdicts;
  }

  /// Of what was tried, or is decided.
  public static Verdict verdict(String word) {
    return word.equals(BOUGHT) ? new Verdict.Bought() : new Verdict.Missed(Miss.valueOf(word));
  }

  static String word(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Bought _ -> BOUGHT;
      case Verdict.Missed(Miss why) -> why.name();
      case Verdict.ToTry _ -> "TO_TRY";
      case Verdict.Waiting _ -> "WAITING";
    };
  }
}
