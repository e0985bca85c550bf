@NullMarked
package com.aiqleads.local.sandbox;

import org.jspecify.annotations.NullMarked;
