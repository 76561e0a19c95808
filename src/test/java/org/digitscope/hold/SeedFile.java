package org.digitscope.hold;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * A whole file and the program's own way to open it.
 *
 * @param ending of its name
 * @param bytes as the program or another one wrote them
 * @param zip whether single entries can be damaged, which a checksum of the whole would otherwise find at once
 * @param opening throws what a person would be told
 */
@SuppressWarnings("ArrayRecordComponent") // for tests alone
record SeedFile(String ending, byte[] bytes, boolean zip, Opening opening) {
    /** Opens a file as the program does and uses what it gives. */
    @FunctionalInterface
    interface Opening {
        void open(Path file) throws IOException;
    }

    byte[] damaged(Mutation mutation) throws IOException {
        return zip && mutation.chance().nextInt(4) > 0 ? withADamagedEntry(mutation) : mutation.damage(bytes);
    }

    private byte[] withADamagedEntry(Mutation mutation) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), in.readAllBytes());
            }
        }
        List<String> names = new ArrayList<>(entries.keySet());
        String chosen = names.get(mutation.chance().nextInt(names.size()));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream packed = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                packed.putNextEntry(new ZipEntry(entry.getKey()));
                boolean damaged = entry.getKey().equals(chosen);
                packed.write(damaged ? mutation.damage(entry.getValue()) : entry.getValue());
                packed.closeEntry();
            }
        }
        return out.toByteArray();
    }
}
