package dev.davit.engine.remote.wire;

import io.avaje.jsonb.Json;
import io.avaje.jsonb.Json.Naming;
import org.jspecify.annotations.Nullable;

/// `EndpointSettings`.
@Json(naming = Naming.UpperCamel)
public record NetworkEndpoint(
        @Json.Property("NetworkID") @Nullable String networkId,
        @Json.Property("IPAddress") @Nullable String ipAddress,
        @Json.Property("IPPrefixLen") int ipPrefixLen,
        @Json.Property("Gateway") @Nullable String gateway,
        @Json.Property("GlobalIPv6Address") @Nullable String globalIpv6Address,
        @Nullable String macAddress) {}
