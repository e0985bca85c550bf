package com.aiqleads.local.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.logging.FileHandler;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/// Where the host writes what went wrong: a line on the screen, the whole of it in a file.
final class HostLog {

  private static final int MAX_LINE_CHARACTERS = 400;

  private HostLog() {}

  static void to(Path file) {
    Logger root = LogManager.getLogManager().getLogger("");
    for (Handler handler : root.getHandlers()) {
      handler.setLevel(Level.WARNING);
      handler.setFormatter(new OneLine());
    }
    root.addHandler(file(file));
  }

  private static Handler file(Path file) {
    try {
      Handler handler = new FileHandler(file.toString(), true);
      handler.setFormatter(new SimpleFormatter());
      return handler;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the log " + file, e);
    }
  }

  /// Without stack traces and the lines that frameworks put into messages.
  static final class OneLine extends Formatter {
    @Override
    public String format(LogRecord record) {
      String cause = record.getThrown() == null ? "" : ": " + record.getThrown().getMessage();
      String line = (formatMessage(record) + cause).replaceAll("\\s+", " ");
      return line.substring(0, Math.min(line.length(), MAX_LINE_CHARACTERS)) + "\n";
    }
  }
}
