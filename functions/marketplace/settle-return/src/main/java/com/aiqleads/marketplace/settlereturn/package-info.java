/// Returns of bought leads over HTTP: asked for, decided, appealed, judged.
@NullMarked
package com.aiqleads.marketplace.settlereturn;

import org.jspecify.annotations.NullMarked;
