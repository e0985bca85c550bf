/// What every event is, and how kernel types read in JSON.
@NullMarked
package com.aiqleads.events;

import org.jspecify.annotations.NullMarked;
