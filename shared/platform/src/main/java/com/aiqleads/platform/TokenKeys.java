package com.aiqleads.platform;

import java.util.List;

/// The keys that verifiers should know: the one that signs now first, then those that will soon.
public interface TokenKeys {

  List<TokenKey> published();
}
