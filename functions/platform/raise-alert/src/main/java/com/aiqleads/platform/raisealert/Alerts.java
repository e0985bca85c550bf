package com.aiqleads.platform.raisealert;

import java.util.Optional;

/// What is known of every alarm that changed lately.
interface Alerts {

  Optional<Alert> find(String alarm);

  /// Keeps it unless something later is kept already.
  void keep(Alert alert);
}
