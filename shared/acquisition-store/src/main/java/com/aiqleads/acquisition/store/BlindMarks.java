package com.aiqleads.acquisition.store;

import com.aiqleads.acquisition.standing.Mark;
import com.aiqleads.acquisition.standing.Marks;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Marks as they are kept: hashed under a secret, in one order.
///
/// @param name hashed, null if it is not known
record BlindMarks(List<Blind> all, @Nullable UUID name) {

  record Blind(UUID mark, Mark.Kind kind) {}

  static BlindMarks of(Marks marks, BlindKeys keys) {
    return new BlindMarks(
        marks.all().stream()
            .map(mark -> new Blind(keys.of(mark.key()), mark.kind()))
            .sorted((one, other) -> one.mark().compareTo(other.mark()))
            .toList(),
        marks.name().isEmpty() ? null : keys.of("mark|name|" + marks.name()));
  }

  /// Three arrays: marks, kinds, and beside each contact the name.
  void bind(Parameters next) throws SQLException {
    next.array("uuid", all.stream().map(Blind::mark).toArray());
    next.array("text", all.stream().map(each -> each.kind().id()).toArray());
    @Nullable Object[] names =
        all.stream().map(each -> each.kind() == Mark.Kind.CONTACT ? name : null).toArray();
    next.array("uuid", names);
  }
}
