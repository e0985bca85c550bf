/// How long records are kept.
@NullMarked
package com.aiqleads.acquisition.retaining;

import org.jspecify.annotations.NullMarked;
