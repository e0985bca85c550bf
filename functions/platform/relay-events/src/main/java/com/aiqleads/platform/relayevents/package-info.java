/// The second chance of every event that is stored and not sent.
@NullMarked
package com.aiqleads.platform.relayevents;

import org.jspecify.annotations.NullMarked;
