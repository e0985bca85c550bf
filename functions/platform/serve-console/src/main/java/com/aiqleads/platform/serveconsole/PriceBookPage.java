package com.aiqleads.platform.serveconsole;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What prices are made of, what other figures would do, and who changed them when.
///
/// @param number the book that a change replaces
/// @param note what was typed in
/// @param effect of the figures in the form, if they were tried
public record PriceBookPage(
    String version,
    long number,
    List<Input> inputs,
    String note,
    @Nullable Effect effect,
    List<Entry> history,
    List<String> refusals) {

  public PriceBookPage {
    inputs = List.copyOf(inputs);
    history = List.copyOf(history);
    refusals = List.copyOf(refusals);
  }

  /// A field of the form.
  public record Input(String name, String label, String value, boolean isLong) {

    public String id() {
      return name.replace('.', '-');
    }

    /// A line more than it has, to write into.
    public int rows() {
      return (int) value.lines().count() + 1;
    }
  }

  /// What came of a trial.
  public record Effect(List<String> sentences, List<Band> bands, List<Example> examples) {

    public Effect {
      sentences = List.copyOf(sentences);
      bands = List.copyOf(bands);
      examples = List.copyOf(examples);
    }
  }

  public record Band(String words, String leads) {}

  public record Example(String lead, String what, String before, String after) {}

  /// One version.
  public record Entry(
      String version, String since, String writtenBy, String note, boolean isInForce) {}
}
