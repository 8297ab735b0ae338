package dev.davit.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The abbreviation of a time zone as the C library and Go have it: of the machine's own zone files (`CET`, `-03`), where
/// Java has names of its own (`BRT`).
final class ZoneAbbreviations {
    private static final List<Path> FOLDERS = List.of(Path.of("/usr/share/zoneinfo"), Path.of("/usr/lib/zoneinfo"));

    private static final DateTimeFormatter OFFSET = DateTimeFormatter.ofPattern("xx", Locale.ROOT);

    private ZoneAbbreviations() {}

    static String of(ZoneId zone, Instant time) {
        var plain = zone.normalized();
        if (plain instanceof ZoneOffset offset) {
            return offset.equals(ZoneOffset.UTC) ? "UTC" : OFFSET.format(time.atOffset(offset));
        }
        for (var folder : FOLDERS) {
            var file = folder.resolve(zone.getId()).normalize();
            if (file.startsWith(folder) && Files.isRegularFile(file)) {
                try {
                    var found = inZoneFile(Files.readAllBytes(file), zone, time);
                    if (found.isPresent()) return found.get();
                } catch (IOException unreadable) {
                    throw new UncheckedIOException("cannot read time zone " + file, unreadable);
                }
            }
        }
        return DateTimeFormatter.ofPattern("zzz", Locale.ENGLISH).format(time.atZone(zone));
    }

    /// Of the kinds of time in a zone file (RFC 8536, section 3), the latest that has the offset and the summer time of that
    /// moment. The moments of change are Java's; only the name comes from the file.
    static Optional<String> inZoneFile(byte[] file, ZoneId zone, Instant time) {
        if (!isHeader(file, 0)) return Optional.empty();
        var header = ByteBuffer.wrap(file);
        int start = 0;
        int width = 4;
        if (file[4] >= '2') {
            // the first block, for old readers, may be a stub: the second follows it, with 64-bit times
            start = 44
                    + header.getInt(32) * 5
                    + header.getInt(36) * 6
                    + header.getInt(40)
                    + header.getInt(28) * 8
                    + header.getInt(24)
                    + header.getInt(20);
            width = 8;
            if (!isHeader(file, start)) return Optional.empty();
        }
        int kinds = header.getInt(start + 36);
        int names = header.getInt(start + 40);
        int kindsAt = start + 44 + header.getInt(start + 32) * (width + 1);
        int namesAt = kindsAt + kinds * 6;
        if (kindsAt < start || kinds < 0 || names < 0 || namesAt < kindsAt || namesAt + names > file.length) {
            return Optional.empty();
        }
        int offset = zone.getRules().getOffset(time).getTotalSeconds();
        boolean summer = zone.getRules().isDaylightSavings(time);
        @Nullable String found = null;
        for (int kind = 0; kind < kinds; kind++) {
            int at = kindsAt + kind * 6;
            if (header.getInt(at) != offset) continue;
            if (found == null || (file[at + 4] != 0) == summer) {
                found = name(file, namesAt + (file[at + 5] & 0xff), namesAt + names);
            }
        }
        return Optional.ofNullable(found);
    }

    private static boolean isHeader(byte[] file, int at) {
        return at >= 0
                && at <= file.length - 44
                && new String(file, at, 4, StandardCharsets.US_ASCII).equals("TZif");
    }

    private static String name(byte[] file, int start, int limit) {
        int end = start;
        while (end < limit && file[end] != 0) end++;
        return new String(file, start, end - start, StandardCharsets.US_ASCII);
    }
}
