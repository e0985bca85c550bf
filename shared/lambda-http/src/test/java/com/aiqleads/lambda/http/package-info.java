@NullMarked
package com.aiqleads.lambda.http;

import org.jspecify.annotations.NullMarked;
