package org.digitscope.hold;

/** How much these tests do: a little each time, all of it with {@code -Ddigitscope.hold=full}. */
final class Extent {
    private Extent() {}

    static int of(int little, int all) {
        return System.getProperty("digitscope.hold", "").equals("full") ? all : little;
    }

    /** Another seed, {@code -Ddigitscope.seed=N}, makes other damage. */
    static long seed() {
        return Long.getLong("digitscope.seed", 1);
    }
}
