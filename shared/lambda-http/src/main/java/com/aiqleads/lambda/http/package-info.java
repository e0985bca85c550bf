/// Functions behind the HTTP API: who calls, what is wrong with a call, what is repeated.
@NullMarked
package com.aiqleads.lambda.http;

import org.jspecify.annotations.NullMarked;
