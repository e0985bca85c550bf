/// A function small enough to be compiled by a test, that does what its input tells it to.
@NullMarked
package com.aiqleads.local.host.sample;

import org.jspecify.annotations.NullMarked;
