@NullMarked
package com.aiqleads.platform.relayevents;

import org.jspecify.annotations.NullMarked;
