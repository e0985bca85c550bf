@NullMarked
package com.aiqleads.platform.store;

import org.jspecify.annotations.NullMarked;
