package com.aiqleads.infra;

import com.aiqleads.manifest.Repository;

/// What every stack with functions is built of.
record Ground(
    Repository repository,
    Stage stage,
    Artefacts artefacts,
    FoundationStack foundation,
    Permissions permissions) {}
