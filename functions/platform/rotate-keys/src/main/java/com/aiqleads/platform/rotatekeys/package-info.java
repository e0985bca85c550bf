/// The public side of the keys that sign tokens.
@NullMarked
package com.aiqleads.platform.rotatekeys;

import org.jspecify.annotations.NullMarked;
