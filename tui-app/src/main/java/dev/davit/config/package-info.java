/// The user's configuration files: YAML read into nodes that know their place, and what is wrong with them told all at once.
@NullMarked
package dev.davit.config;

import org.jspecify.annotations.NullMarked;
