package dev.davit.engine.container;

/// A weight or a rate for one block device.
///
/// @param path of the device: `/dev/sda`
/// @param value the weight, or bytes or operations per second
public record DeviceRate(String path, long value) {}
