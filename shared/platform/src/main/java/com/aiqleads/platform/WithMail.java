package com.aiqleads.platform;

import java.util.function.Function;

/// What the work does in the system of record and the letters that it asks for are kept together,
/// or not at all.
public interface WithMail {

  <T> T run(Function<MailRequests, T> work);
}
