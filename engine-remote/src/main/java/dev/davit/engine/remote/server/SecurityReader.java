package dev.davit.engine.remote.server;

import dev.davit.engine.container.DeviceRequest;
import dev.davit.engine.container.DeviceSpec;
import dev.davit.engine.container.SecuritySpec;
import dev.davit.engine.document.JsonArray;
import dev.davit.engine.document.JsonNull;
import java.util.ArrayList;
import java.util.List;

/// Reads what a container may do, and what it shares with its host.
final class SecurityReader {
    private SecurityReader() {}

    static SecuritySpec read(Members host) {
        return SecuritySpec.none().with(draft -> {
            draft.privileged = host.flag("Privileged");
            draft.addedCapabilities = host.texts("CapAdd");
            draft.droppedCapabilities = host.texts("CapDrop");
            draft.options = host.texts("SecurityOpt");
            draft.pidMode = host.text("PidMode");
            draft.ipcMode = host.text("IpcMode");
            draft.utsMode = host.text("UTSMode");
            draft.userNamespaceMode = host.text("UsernsMode");
            draft.cgroupNamespaceMode = host.text("CgroupnsMode");
            draft.cgroupParent = host.text("CgroupParent");
            draft.sysctls = host.map("Sysctls");
            draft.devices = host.each("Devices", device -> new DeviceSpec(
                    device.string("PathOnHost"), device.string("PathInContainer"), device.string("CgroupPermissions")));
            draft.deviceCgroupRules = host.texts("DeviceCgroupRules");
            draft.deviceRequests = host.each("DeviceRequests", SecurityReader::request);
            draft.oomScoreAdjustment = host.numberInt("OomScoreAdj");
            draft.runtime = host.text("Runtime");
            draft.isolation = host.text("Isolation");
            draft.maskedPaths = host.words("MaskedPaths");
            draft.readOnlyPaths = host.words("ReadonlyPaths");
        });
    }

    private static DeviceRequest request(Members request) {
        return new DeviceRequest(
                request.string("Driver"),
                request.numberInt("Count").orElse(0),
                request.texts("DeviceIDs"),
                capabilities(request),
                request.map("Options"));
    }

    private static List<List<String>> capabilities(Members request) {
        var alternatives = new ArrayList<List<String>>();
        var given = request.get("Capabilities").orElse(JsonNull.NULL);
        if (given == JsonNull.NULL) return alternatives;
        if (!(given instanceof JsonArray lists)) throw Call.invalid("invalid DeviceRequests: Capabilities is no list");
        for (var item : lists.items()) {
            if (!(item instanceof JsonArray all)) throw Call.invalid("invalid DeviceRequests: Capabilities is no list of lists");
            alternatives.add(all.strings());
        }
        return alternatives;
    }
}
