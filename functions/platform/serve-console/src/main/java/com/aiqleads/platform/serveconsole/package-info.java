/// The console: it has no store of its own and shows what the product's HTTP API answers.
@NullMarked
package com.aiqleads.platform.serveconsole;

import org.jspecify.annotations.NullMarked;
