/// The one home of the Lambda runtime: what every function extends, and the beans it may ask for.
@NullMarked
package com.aiqleads.lambda;

import org.jspecify.annotations.NullMarked;
