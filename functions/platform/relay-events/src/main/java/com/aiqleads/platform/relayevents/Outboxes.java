package com.aiqleads.platform.relayevents;

import com.aiqleads.lambda.Message;
import com.aiqleads.lambda.Target;
import java.util.List;
import java.util.Set;

/// The outboxes of all contexts.
interface Outboxes {

  /// Where there is one that this role may touch.
  List<String> schemas();

  /// At most so many that still wait, the oldest first, kept from others till the transaction's
  /// end; none of those that wait only for takers that cannot be reached.
  List<Message> take(String schema, Set<Target> unreachable, int limit);

  /// All of them are with their takers, except what is left.
  void mark(String schema, List<Message> taken, List<Message> left);

  /// Drops what was sent long ago, and from the inbox what can no longer come again.
  void forget(String schema);
}
