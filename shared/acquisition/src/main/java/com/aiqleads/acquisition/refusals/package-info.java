/// What was refused, where and why.
@NullMarked
package com.aiqleads.acquisition.refusals;

import org.jspecify.annotations.NullMarked;
