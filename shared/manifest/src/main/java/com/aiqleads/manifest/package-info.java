/// `function.yaml` and `context.yaml` as records, and what follows from them: routing,
/// environments, names, queues, pictures. Whoever needs to know a trigger asks here; nothing else
/// may declare one.
@NullMarked
package com.aiqleads.manifest;

import org.jspecify.annotations.NullMarked;
