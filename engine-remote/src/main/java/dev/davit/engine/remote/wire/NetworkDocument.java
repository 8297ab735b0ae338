package dev.davit.engine.remote.wire;

import io.avaje.jsonb.Json;
import io.avaje.jsonb.Json.Naming;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `GET /networks/{id}`, and an item of `GET /networks`.
@Json(naming = Naming.UpperCamel)
public record NetworkDocument(
        @Json.Property("Id") String id,
        @Json.Property("Name") @Nullable String name,
        @Json.Property("Created") @Nullable String created,
        @Json.Property("Scope") @Nullable String scope,
        @Json.Property("Driver") @Nullable String driver,
        @Json.Property("EnableIPv4") boolean enableIpv4,
        @Json.Property("EnableIPv6") boolean enableIpv6,
        @Json.Property("IPAM") @Nullable Ipam ipam,
        @Json.Property("Internal") boolean internal,
        @Json.Property("Attachable") boolean attachable,
        @Json.Property("Ingress") boolean ingress,
        boolean configOnly,
        @Json.Property("Containers") @Nullable Map<String, Member> containers,
        @Json.Property("Options") @Nullable Map<String, String> options,
        @Json.Property("Labels") @Nullable Map<String, String> labels) {

    /// `IPAM`.
    @Json(naming = Naming.UpperCamel)
    public record Ipam(@Json.Property("Config") @Nullable List<Pool> config) {}

    /// `IPAMConfig`.
    @Json(naming = Naming.UpperCamel)
    public record Pool(
            @Json.Property("Subnet") @Nullable String subnet,
            @Json.Property("IPRange") @Nullable String ipRange,
            @Json.Property("Gateway") @Nullable String gateway,
            @Nullable Map<String, String> auxiliaryAddresses) {}

    /// `EndpointResource`.
    @Json(naming = Naming.UpperCamel)
    public record Member(
            @Json.Property("Name") @Nullable String name,
            @Nullable String macAddress,
            @Json.Property("IPv4Address") @Nullable String ipv4Address,
            @Json.Property("IPv6Address") @Nullable String ipv6Address) {}
}
