/// What every engine behind Davit promises, as tests: the manual of an engine.
///
/// There is one class per port and theme (`ContainerLifeContract`, `LogsContract`, …). A test's name is the promise as a
/// sentence; beside each promise stands what happens when it cannot be kept.
///
/// **To add a contract**: write an abstract class here that extends [EngineContract], called `…Contract`, and list it in
/// [EngineContractSuite] with one line. It then runs on every engine. Ask for what an engine may lack with [Needs], never for
/// an engine's name.
///
/// **To add an engine**: implement [EngineUnderTest], extend [EngineUnderTestExtension] to open it, and write one class
/// `XContractTest extends EngineContractSuite` with `@ExtendWith` of that extension (and of
/// [dev.davit.testing.LeakCheck] before it, so that what the engine keeps open is found).
@NullMarked
package dev.davit.engine.contract;

import org.jspecify.annotations.NullMarked;
