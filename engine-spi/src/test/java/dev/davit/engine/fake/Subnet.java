package dev.davit.engine.fake;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/// A range of addresses: `172.18.0.0/16`.
///
/// @param base the lowest address
/// @param prefix how many bits all have in common
/// @param bits 32 or 128
record Subnet(BigInteger base, int prefix, int bits) {

    /// @throws IllegalArgumentException when it is none
    static Subnet parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) throw new IllegalArgumentException("no prefix");
        byte[] address = InetAddress.ofLiteral(text.substring(0, slash)).getAddress();
        int prefix = Integer.parseInt(text.substring(slash + 1));
        int bits = address.length * 8;
        if (prefix < 0 || prefix > bits) throw new IllegalArgumentException("no such prefix");
        var value = new BigInteger(1, address);
        return new Subnet(value.shiftRight(bits - prefix).shiftLeft(bits - prefix), prefix, bits);
    }

    boolean overlaps(Subnet other) {
        if (bits != other.bits) return false;
        int common = bits - Math.min(prefix, other.prefix);
        return base.shiftRight(common).equals(other.base.shiftRight(common));
    }

    boolean contains(String address) {
        byte[] bytes = InetAddress.ofLiteral(address).getAddress();
        return bytes.length * 8 == bits
                && new BigInteger(1, bytes).shiftRight(bits - prefix).equals(base.shiftRight(bits - prefix));
    }

    /// The address so many above the lowest.
    String address(int index) {
        byte[] raw = base.add(BigInteger.valueOf(index)).toByteArray();
        byte[] address = new byte[bits / 8];
        int length = Math.min(raw.length, address.length);
        System.arraycopy(raw, raw.length - length, address, address.length - length, length);
        try {
            return InetAddress.getByAddress(Arrays.copyOf(address, address.length)).getHostAddress();
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return address(0) + "/" + prefix;
    }
}
