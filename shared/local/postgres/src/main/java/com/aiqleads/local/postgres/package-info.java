@NullMarked
package com.aiqleads.local.postgres;

import org.jspecify.annotations.NullMarked;
