package org.digitscope.cli;

/**
 * What was measured of the window.
 *
 * @param windowShownMillis from the start of the JVM to the first frame
 * @param firstAnswerMillis from the start of the JVM to the first answer in the window
 * @param penToResultP50Millis from a pen event to its result on the screen, median
 * @param penToResultP99Millis the same, 99th percentile
 * @param residentStartMegabytes resident memory once the first answer is there; NaN where the system does not say
 * @param residentEndMegabytes the same after the drawing
 * @param idleCpuPercent of one core, over ten seconds without input; NaN where the system does not say
 */
public record WindowFigures(
        double windowShownMillis,
        double firstAnswerMillis,
        double penToResultP50Millis,
        double penToResultP99Millis,
        double residentStartMegabytes,
        double residentEndMegabytes,
        double idleCpuPercent) {}
