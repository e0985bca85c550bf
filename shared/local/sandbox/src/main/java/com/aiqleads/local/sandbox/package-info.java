/// Synthetic source sites that behave like the real ones, faults included; the same seed is the
/// same world. No person, number or address in it is real.
@NullMarked
package com.aiqleads.local.sandbox;

import org.jspecify.annotations.NullMarked;
