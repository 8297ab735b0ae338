/// TLS to a daemon: certificates and keys from docker's PEM files, by the JDK alone, and what goes wrong with them in words.
@NullMarked
package dev.davit.engine.remote.tls;

import org.jspecify.annotations.NullMarked;
