@NullMarked
package com.aiqleads.platform.migratedatabase;

import org.jspecify.annotations.NullMarked;
