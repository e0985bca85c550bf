/// Runs the packaged functions: one environment per concurrent invocation.
@NullMarked
package com.aiqleads.local.host.function;

import org.jspecify.annotations.NullMarked;
