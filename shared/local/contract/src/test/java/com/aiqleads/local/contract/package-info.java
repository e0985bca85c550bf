/// What the product relies on of each service, tried with the embedded ones; with `-Plocalstack`
/// SQS, DynamoDB and S3 are LocalStack's.
@NullMarked
package com.aiqleads.local.contract;

import org.jspecify.annotations.NullMarked;
