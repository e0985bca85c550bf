package com.aiqleads.platform;

import com.aiqleads.kernel.Email;

/// Asks for a letter to whoever has this address, known or not: who asks must not be able to tell.
public interface MailRequests {

  void add(MailKind kind, Email to);
}
