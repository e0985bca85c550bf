@NullMarked
package com.aiqleads.lambda.database;

import org.jspecify.annotations.NullMarked;
