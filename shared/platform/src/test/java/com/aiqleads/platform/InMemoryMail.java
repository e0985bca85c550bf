package com.aiqleads.platform;

import com.aiqleads.kernel.Email;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Remembers which letters were asked for, and which were sent.
public final class InMemoryMail implements WithMail, Mailer {

  /// A letter that was asked for.
  public record Asked(MailKind kind, Email to) {}

  private final List<Asked> asked = new ArrayList<>();
  private final List<Letter> sent = new ArrayList<>();

  @Override
  public <T> T run(Function<MailRequests, T> work) {
    return work.apply((kind, to) -> asked.add(new Asked(kind, to)));
  }

  @Override
  public void send(Letter letter) {
    sent.add(letter);
  }

  public List<Asked> asked() {
    return List.copyOf(asked);
  }

  public List<Letter> sent() {
    return List.copyOf(sent);
  }
}
