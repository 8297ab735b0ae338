/// Transfers and logins as the user meets them.
@NullMarked
package dev.davit.cli.image;

import org.jspecify.annotations.NullMarked;
