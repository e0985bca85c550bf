package com.aiqleads.platform.serveconsole;

import java.util.List;

/// The viewer's own account.
public record Account(
    String email,
    boolean emailConfirmed,
    boolean secondFactor,
    boolean forced,
    long recoveryCodesLeft,
    List<SessionLine> sessions,
    List<ActLine> acts,
    List<String> refusals) {

  public record SessionLine(
      String id, String device, String startedAt, String renewedAt, boolean current) {}

  public record ActLine(String at, String act) {}

  public Account {
    sessions = List.copyOf(sessions);
    acts = List.copyOf(acts);
    refusals = List.copyOf(refusals);
  }
}
