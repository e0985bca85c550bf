package com.aiqleads.platform;

import java.util.function.Supplier;

/// What the work does in the system of record is done together, or not at all.
public interface AllOrNothing {

  <T> T run(Supplier<T> work);
}
