@NullMarked
package com.aiqleads.local.provider;

import org.jspecify.annotations.NullMarked;
