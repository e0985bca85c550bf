@NullMarked
package com.aiqleads.local.dynamodb;

import org.jspecify.annotations.NullMarked;
