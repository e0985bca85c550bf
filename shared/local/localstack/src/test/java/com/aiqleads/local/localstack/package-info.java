@NullMarked
package com.aiqleads.local.localstack;

import org.jspecify.annotations.NullMarked;
