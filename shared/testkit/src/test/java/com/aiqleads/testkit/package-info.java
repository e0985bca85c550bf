@NullMarked
package com.aiqleads.testkit;

import org.jspecify.annotations.NullMarked;
