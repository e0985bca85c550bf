@NullMarked
package com.aiqleads.local.s3;

import org.jspecify.annotations.NullMarked;
