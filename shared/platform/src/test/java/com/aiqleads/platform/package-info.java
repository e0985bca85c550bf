@NullMarked
package com.aiqleads.platform;

import org.jspecify.annotations.NullMarked;
