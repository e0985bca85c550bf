@NullMarked
package com.aiqleads.kernel;

import org.jspecify.annotations.NullMarked;
