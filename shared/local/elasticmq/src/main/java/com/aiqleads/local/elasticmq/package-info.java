@NullMarked
package com.aiqleads.local.elasticmq;

import org.jspecify.annotations.NullMarked;
