@NullMarked
package com.aiqleads.local.opensearch;

import org.jspecify.annotations.NullMarked;
