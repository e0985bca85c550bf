package com.aiqleads.platform.manageaccount;

import com.aiqleads.platform.OpenSession;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

@Serdeable
record SessionsView(List<OneSession> sessions) {

  @Serdeable
  record OneSession(
      String id,
      @Schema(description = "What the program called itself; nobody has checked it") String device,
      Instant startedAt,
      Instant renewedAt,
      @Schema(description = "Whether it is the session of this request") boolean current) {

    @Override
    public String toString() {
      return "OneSession[" + id + "]";
    }
  }

  static SessionsView of(List<OpenSession> sessions, String current) {
    return new SessionsView(sessions.stream().map(session -> one(session, current)).toList());
  }

  private static OneSession one(OpenSession session, String current) {
    String id = session.id().text();
    return new OneSession(
        id,
        session.start().device().value(),
        session.start().at(),
        session.renewedAt(),
        id.equals(current));
  }
}
