package com.aiqleads.platform;

import java.util.Locale;

/// What the audit trail tells of.
public enum Act {
  REGISTERED,
  SIGNED_IN,
  SIGN_IN_REFUSED,
  SIGNED_OUT,
  SESSION_ENDED,
  REFRESH_TOKEN_REPLAYED,
  PASSWORD_CHANGED,
  PASSWORD_REFUSED,
  PASSWORD_RESET,
  EMAIL_CONFIRMED,
  PROVIDER_CONNECTED,
  SECOND_FACTOR_ENROLLED,
  SECOND_FACTOR_REMOVED,
  SECOND_FACTOR_LIFTED,
  SECOND_FACTOR_REFUSED,
  RECOVERY_CODES_RENEWED,
  RECOVERY_CODE_USED,
  API_KEY_MADE,
  API_KEY_ROTATED,
  API_KEY_REVOKED,
  API_KEY_EXCHANGED,
  API_KEY_REFUSED,
  MEMBER_INVITED,
  INVITATION_WITHDRAWN,
  MEMBER_JOINED,
  ROLES_CHANGED,
  /// By an operator, see `migrate-database`.
  MADE_ADMIN,
  MEMBER_REMOVED,
  TEAM_FOUNDED,
  TEAM_CHOSEN;

  /// As tables and answers write it.
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Act of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
