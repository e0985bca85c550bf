@NullMarked
package com.aiqleads.ai;

import org.jspecify.annotations.NullMarked;
