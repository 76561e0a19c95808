package org.digitscope.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.digitscope.cli.SoakFigures;

/** What this process holds, where the system tells it (Linux). */
final class ProcessMemory {
    private static final double MEGA = 1e6;
    private static final double KIBI_PER_MEGA = MEGA / 1024;
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final Path MAPPINGS = Path.of("/proc/self/smaps");
    private static final Pattern HEX = Pattern.compile("0x([0-9a-f]+)");
    private static final Pattern MAPPING = Pattern.compile("([0-9a-f]+)-([0-9a-f]+) .*");

    private ProcessMemory() {}

    /** As it is now; the caller has collected the garbage. */
    static SoakFigures.Footprint footprint() throws IOException {
        Runtime runtime = Runtime.getRuntime();
        double resident = residentMegabytes();
        return new SoakFigures.Footprint(
                (runtime.totalMemory() - runtime.freeMemory()) / MEGA,
                resident - residentHeapMegabytes(),
                resident,
                threads());
    }

    /** NaN where the system does not say. */
    static double residentMegabytes() throws IOException {
        return status("VmRSS:") / KIBI_PER_MEGA;
    }

    /** Native threads too, where the system counts them. */
    private static int threads() throws IOException {
        double threads = status("Threads:");
        return Double.isNaN(threads) ? ManagementFactory.getThreadMXBean().getThreadCount() : (int) threads;
    }

    private static double status(String name) throws IOException {
        if (!Files.isReadable(STATUS)) {
            return Double.NaN;
        }
        return Files.readAllLines(STATUS).stream()
                .filter(line -> line.startsWith(name))
                .mapToDouble(ProcessMemory::number)
                .findFirst()
                .orElse(Double.NaN);
    }

    /**
     * The pages of Java's heap that the system holds. That is less than what Java has taken for its heap, and it changes
     * at other times: what Java has taken and never touched would be missing from the memory beyond the heap.
     */
    private static double residentHeapMegabytes() throws IOException {
        Optional<Range> heap = Files.isReadable(MAPPINGS) ? heap() : Optional.empty();
        if (heap.isEmpty()) {
            return Runtime.getRuntime().totalMemory() / MEGA;
        }
        long kibibytes = 0;
        boolean ofHeap = false;
        try (BufferedReader lines = Files.newBufferedReader(MAPPINGS)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Matcher mapping = MAPPING.matcher(line);
                if (mapping.matches()) {
                    ofHeap = heap.get().holds(address(mapping.group(1)), address(mapping.group(2)));
                } else if (ofHeap && line.startsWith("Rss:")) {
                    kibibytes += number(line);
                }
            }
        }
        return kibibytes / KIBI_PER_MEGA;
    }

    /** Where the heap lies, as Java's own diagnosis tells it; empty for collectors that do not. */
    private static Optional<Range> heap() {
        try {
            MBeanServer server = ManagementFactory.getPlatformMBeanServer();
            Object text = server.invoke(
                    new ObjectName("com.sun.management:type=DiagnosticCommand"), "gcHeapInfo", new Object[0], null);
            long first = Long.MAX_VALUE;
            long end = 0;
            for (Matcher found = HEX.matcher(String.valueOf(text)); found.find(); ) {
                first = Math.min(first, address(found.group(1)));
                end = Math.max(end, address(found.group(1)));
            }
            return end > first ? Optional.of(new Range(first, end)) : Optional.empty();
        } catch (JMException e) {
            return Optional.empty();
        }
    }

    private static long address(String hex) {
        return Long.parseUnsignedLong(hex, 16) & Long.MAX_VALUE;
    }

    private static long number(String line) {
        return Long.parseLong(line.replaceAll("\\D", ""));
    }

    /** Addresses, the end excluded. */
    private record Range(long first, long end) {
        boolean holds(long from, long to) {
            return first <= from && to <= end;
        }
    }
}
