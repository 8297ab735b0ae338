/// Files on the user's side: trees that become archives, archives that become trees, and files that appear whole or not at all.
@NullMarked
package dev.davit.files;

import org.jspecify.annotations.NullMarked;
