/// Fires functions on time, and invokes them without waiting for the answer.
@NullMarked
package com.aiqleads.local.host.schedule;

import org.jspecify.annotations.NullMarked;
