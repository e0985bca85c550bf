@NullMarked
package com.aiqleads.local.runtime;

import org.jspecify.annotations.NullMarked;
