@NullMarked
package com.aiqleads.platform.raisealert;

import org.jspecify.annotations.NullMarked;
