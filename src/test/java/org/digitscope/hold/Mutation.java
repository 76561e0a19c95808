package org.digitscope.hold;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Damage by chance, the same for the same seed. */
final class Mutation {
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
    private static final List<String> ODD_NUMBERS = List.of(
            "-1",
            "0",
            "2147483647",
            "-2147483648",
            "4294967296",
            "9223372036854775807",
            "99999999999999999999999",
            "1e308",
            "1e999",
            "-0.0",
            "NaN",
            "null",
            "\"\"",
            "[]",
            "{}");
    private static final List<String> OPENINGS = List.of("[", "{\"a\":", "<a>", "<ink>", "(", "[[0,1],");
    private static final int[] ODD_LENGTHS = {-1, 0, 1, Integer.MAX_VALUE, Integer.MIN_VALUE, 0xFFFF, 0x01000000};

    private final Random chance;

    Mutation(long seed) {
        this.chance = new Random(seed);
    }

    Random chance() {
        return chance;
    }

    /** One to four faults. */
    byte[] damage(byte[] whole) {
        byte[] bytes = whole;
        int faults = 1 + chance.nextInt(4);
        for (int i = 0; i < faults; i++) {
            bytes = once(bytes);
        }
        return bytes;
    }

    private byte[] once(byte[] bytes) {
        int at = bytes.length == 0 ? 0 : chance.nextInt(bytes.length);
        // Heads decide more than what follows them.
        int place = chance.nextBoolean() ? at : at % Math.max(1, Math.min(64, bytes.length));
        return switch (chance.nextInt(10)) {
            case 0, 1 -> flipped(bytes, place);
            case 2 -> replaced(bytes, place, bytes.length, new byte[0]);
            case 3 -> replaced(bytes, place, place, random(1 + chance.nextInt(40)));
            case 4 -> replaced(bytes, place, Math.min(bytes.length, place + 1 + chance.nextInt(200)), new byte[0]);
            case 5 -> length(bytes, place);
            case 6 -> number(bytes);
            case 7 -> replaced(bytes, place, place, nesting());
            case 8 -> replaced(bytes, place, place, slice(bytes));
            default -> replaced(bytes, place, Math.min(bytes.length, place + 4), random(4));
        };
    }

    private byte[] flipped(byte[] bytes, int place) {
        byte[] copy = bytes.clone();
        if (copy.length > 0) {
            copy[place] ^= (byte) (1 << chance.nextInt(8));
        }
        return copy;
    }

    /** What may be a count or a size becomes one that cannot be. */
    private byte[] length(byte[] bytes, int place) {
        byte[] copy = bytes.clone();
        int value = ODD_LENGTHS[chance.nextInt(ODD_LENGTHS.length)];
        boolean littleEndian = chance.nextBoolean();
        int width = chance.nextBoolean() ? 4 : 2;
        for (int i = 0; i < width && place + i < copy.length; i++) {
            copy[place + i] = (byte) (value >> 8 * (littleEndian ? i : 3 - i));
        }
        return copy;
    }

    private byte[] number(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        List<MatchResult> numbers = NUMBER.matcher(text).results().limit(5_000).toList();
        if (numbers.isEmpty()) {
            return flipped(bytes, 0);
        }
        MatchResult number = numbers.get(chance.nextInt(numbers.size()));
        String odd = ODD_NUMBERS.get(chance.nextInt(ODD_NUMBERS.size()));
        return replaced(bytes, number.start(), number.end(), odd.getBytes(StandardCharsets.ISO_8859_1));
    }

    private byte[] nesting() {
        String opening = OPENINGS.get(chance.nextInt(OPENINGS.size()));
        return opening.repeat(1 << chance.nextInt(16)).getBytes(StandardCharsets.ISO_8859_1);
    }

    private byte[] slice(byte[] bytes) {
        int from = bytes.length == 0 ? 0 : chance.nextInt(bytes.length);
        int to = Math.min(bytes.length, from + chance.nextInt(300));
        return java.util.Arrays.copyOfRange(bytes, from, to);
    }

    private byte[] random(int count) {
        byte[] bytes = new byte[count];
        chance.nextBytes(bytes);
        return bytes;
    }

    private static byte[] replaced(byte[] bytes, int from, int to, byte[] by) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, from);
        out.writeBytes(by);
        out.write(bytes, to, bytes.length - to);
        return out.toByteArray();
    }
}
