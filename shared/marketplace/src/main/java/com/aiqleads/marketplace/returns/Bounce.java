package com.aiqleads.marketplace.returns;

import com.aiqleads.kernel.Email;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// What a mail server's words, which a buyer has copied, say of the mail.
public enum Bounce {
  /// No words of a server.
  NONE,
  /// Of another address than the lead's.
  OTHER_ADDRESS,
  /// It may arrive later.
  TEMPORARY,
  PERMANENT;

  /// Of RFC 3463, or a reply of RFC 5321 where it stands alone.
  private static final Pattern CODE =
      Pattern.compile("(?<![\\d.])([45])(?:\\.\\d{1,3}\\.\\d{1,3}|[0-5]\\d)(?![\\d.]*\\d)");

  public static Bounce of(String evidence, List<Email> addresses) {
    var codes = CODE.matcher(evidence).results().map(found -> found.group(1)).toList();
    if (codes.isEmpty()) {
      return NONE;
    }
    String text = evidence.toLowerCase(Locale.ROOT);
    if (addresses.stream()
        .noneMatch(one -> text.contains(one.address().toLowerCase(Locale.ROOT)))) {
      return OTHER_ADDRESS;
    }
    return codes.contains("5") ? PERMANENT : TEMPORARY;
  }
}
