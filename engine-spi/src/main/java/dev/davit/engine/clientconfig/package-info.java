/// What the docker command keeps about its user: `config.json`, logins and credential helpers, and contexts.
///
/// Everything is read from a [ClientEnvironment] that the caller passes; nothing here looks at the process's own environment.
/// Secrets are in no message and in no `toString`.
@NullMarked
package dev.davit.engine.clientconfig;

import org.jspecify.annotations.NullMarked;
