package dev.davit.format;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimesTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final Instant SUMMER = Instant.parse("2026-07-01T12:00:00.120Z");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void writesAsGoDoes() {
        assertEquals("2026-11-24 12:00:00 +0000 UTC", Times.goString(NOON, ZoneId.of("Etc/UTC")));
        assertEquals("2026-11-24 13:00:00 +0100 CET", Times.goString(NOON, BERLIN));
        assertEquals("2026-07-01 14:00:00.12 +0200 CEST", Times.goString(SUMMER, BERLIN));
        assertEquals("2026-11-24 14:00:00 +0200 +0200", Times.goString(NOON, ZoneOffset.ofHours(2)));
        assertEquals("2026-11-24T12:00:00Z", Times.rfc3339(NOON, ZoneOffset.UTC));
        assertEquals("2026-07-01T14:00:00+02:00", Times.rfc3339(SUMMER, BERLIN));
        assertEquals("2026-07-01T14:00:00.12+02:00", Times.rfc3339Nano(SUMMER, BERLIN));
        assertEquals("2026-11-24T12:00:00Z", Times.rfc3339Nano(NOON, ZoneOffset.UTC));
        assertEquals("2026-11-24T12:00:00.000000000Z", Times.rfc3339NanoFixed(NOON, ZoneOffset.UTC));
    }

    @Test
    void takesTheNameOfAZoneFromItsFile() {
        var zone = ZoneId.of("America/Sao_Paulo");
        assertEquals(Optional.of("-03"), ZoneAbbreviations.inZoneFile(zoneFile((byte) 0), zone, NOON));
        assertEquals(Optional.of("-03"), ZoneAbbreviations.inZoneFile(zoneFile((byte) '2'), zone, NOON));
        assertEquals(Optional.empty(), ZoneAbbreviations.inZoneFile(zoneFile((byte) 0), BERLIN, NOON));
        assertEquals(Optional.empty(), ZoneAbbreviations.inZoneFile(new byte[44], zone, NOON));
        assertEquals(Optional.empty(), ZoneAbbreviations.inZoneFile("TZif".getBytes(StandardCharsets.US_ASCII), zone, NOON));
    }

    /// RFC 8536, section 3: one block, or for version 2 an empty one and then the real one.
    private static byte[] zoneFile(byte version) {
        var names = "LMT\0-03\0".getBytes(StandardCharsets.US_ASCII);
        var file = ByteBuffer.allocate(200);
        if (version != 0) header(file, version, 0, 0, 0);
        header(file, version, 1, 2, names.length);
        file.put(new byte[version == 0 ? 5 : 9]);
        file.putInt(-11188).put((byte) 0).put((byte) 0);
        file.putInt(-10800).put((byte) 0).put((byte) 4);
        return file.put(names).array();
    }

    private static void header(ByteBuffer file, byte version, int changes, int kinds, int names) {
        file.put("TZif".getBytes(StandardCharsets.US_ASCII)).put(version).put(new byte[15]);
        file.putInt(0).putInt(0).putInt(0).putInt(changes).putInt(kinds).putInt(names);
    }

    @ParameterizedTest
    @CsvSource({
        "10m, 2026-11-24T11:50:00Z", "1h30m, 2026-11-24T10:30:00Z", "-5s, 2026-11-24T12:00:05Z", "0, 1970-01-01T00:00:00Z",
        "1136073600, 2006-01-01T00:00:00Z", "1136073600.000000001, 2006-01-01T00:00:00.000000001Z",
        "1136073600.5, 2006-01-01T00:00:00.5Z", "2026-01-02, 2026-01-01T23:00:00Z", "2026-01-02Z, 2026-01-02T00:00:00Z",
        "2026-01-02T03, 2026-01-02T02:00:00Z", "2026-01-02T03:04, 2026-01-02T02:04:00Z", "2026-01-02T03:04:05, 2026-01-02T02:04:05Z",
        "2026-01-02T03:04:05.25, 2026-01-02T02:04:05.250Z", "2026-01-02T03:04:05Z, 2026-01-02T03:04:05Z",
        "2026-01-02T03:04:05.123456789-07:00, 2026-01-02T10:04:05.123456789Z", "2026-01-02T03:04+02:00, 2026-01-02T01:04:00Z",
        "2026-07-01T12:00:00, 2026-07-01T11:00:00Z",
    })
    void readsAMoment(String text, Instant moment) {
        assertEquals(moment, Times.parse(text, Clock.fixed(NOON, BERLIN)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "abc | failed to parse value as time or duration: \"abc\"", "1.5.5 | failed to parse value as time or duration: \"1.5.5\"",
        "5x | failed to parse value as time or duration: \"5x\"", "2026-02-30 | parsing time \"2026-02-30\": day out of range",
        "2026-13-01 | parsing time \"2026-13-01\": month out of range",
        "2026-01-01T25:00 | parsing time \"2026-01-01T25:00\": hour out of range",
        "99999999999999999999 | failed to parse value as time or duration: \"99999999999999999999\"",
    })
    void refusesInDockersWords(String text, String message) {
        assertThatThrownBy(() -> Times.parse(text, Clock.fixed(NOON, BERLIN)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void saysHowLongAgo() {
        var clock = Clock.fixed(NOON, BERLIN);
        assertEquals("2 minutes ago", Times.ago(NOON.minusSeconds(125), clock));
        assertEquals("N/A", Times.ago(Instant.EPOCH, clock));
    }
}
