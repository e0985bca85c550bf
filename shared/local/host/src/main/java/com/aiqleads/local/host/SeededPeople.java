package com.aiqleads.local.host;

/// Who can sign in on fresh data: the migrations of stage `local` put them there.
final class SeededPeople {

  static final String SENTENCE =
      "sign in as buyer@, analyst@, marketer@, candidate@, support@ or admin@aiqleads.example,"
          + " password on-this-laptop-only (admin sets an authenticator app up at the first sign-in)";

  private SeededPeople() {}
}
