@NullMarked
package com.aiqleads.openapi;

import org.jspecify.annotations.NullMarked;
