@NullMarked
package com.aiqleads.local.child;

import org.jspecify.annotations.NullMarked;
