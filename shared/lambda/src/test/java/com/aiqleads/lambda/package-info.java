@NullMarked
package com.aiqleads.lambda;

import org.jspecify.annotations.NullMarked;
