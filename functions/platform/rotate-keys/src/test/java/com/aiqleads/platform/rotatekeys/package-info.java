@NullMarked
package com.aiqleads.platform.rotatekeys;

import org.jspecify.annotations.NullMarked;
