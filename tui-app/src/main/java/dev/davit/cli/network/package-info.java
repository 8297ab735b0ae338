/// The commands about networks.
@NullMarked
package dev.davit.cli.network;

import org.jspecify.annotations.NullMarked;
