/// The engine interface: what every container engine behind Davit promises.
///
/// One folder per noun. `network` and `volume` will each hold a port (`Networks`, `Volumes`) and its values; `build` and
/// `swarm` get folders of their own; copying files and exporting join [dev.davit.engine.container.ContainerFiles].
@NullMarked
package dev.davit.engine;

import org.jspecify.annotations.NullMarked;
