package org.digitscope.reference;

/**
 * How digits are shaped elsewhere, in the notation of {@link Shape#parse}: what a reader who has seen only American
 * handwriting has not met.
 */
final class InternationalShapes {
    static final String TEXT = """
        0 struck     upright  50,5 36,2 17,18 8,50 16,82 36,98 58,86 68,52 60,18 46,4 34,4 | 57,24 38,50 18,76
        0 slashed    upright  52,5 36,2 15,18 6,50 15,82 36,98 60,86 70,52 62,18 48,4 34,4 | 82,-4 38,50 -6,104
        0 crossed    upright  56,4 32,6 12,25 6,52 16,82 42,98 70,88 84,58 80,28 64,8 46,4 | 70,16 44,50 18,86

        1 flagged    upright  30,22 42,12 54,0! 54,50 53,100
        1 roofed     upright  12,46 34,24 54,0! 54,50 53,100
        1 footed     upright  50,2 50,50 50,98 | 24,99 50,98 77,97
        1 based      upright  28,24 40,14 52,0! 52,50 52,97 | 26,98 52,97 80,96

        2 curled     upright  22,26 12,26 10,12 28,1 52,4 62,22 52,48 34,72 12,94! 40,92 74,95
        2 knotted    upright  10,24 26,4 50,2 64,20 56,46 36,76 16,93 2,86 8,72 28,75 54,93 84,90

        4 crossed    upright  36,0 22,30 6,60! 36,60 72,58 | 47,36 44,66 40,100
        4 open       angular  30,0 20,28 6,58! 40,59 76,56 | 56,26 50,62 44,100

        7 barred     upright  5,8 32,7 62,6! 46,46 33,100 | 20,51 42,49 64,47
        7 serifed    upright  8,22 8,14 9,7! 36,8 64,5! 48,42 35,100 | 22,54 44,51 66,50
        7 swept      upright  4,12 18,6 40,9 66,5! 48,32 38,62 36,100 | 20,56 40,50 62,50

        8 open       upright  56,11 40,2 20,10 20,32 38,48 56,66 55,88 34,98 13,87 16,65 36,48 56,34 72,14
        8 loose      upright  62,5 44,2 22,13 22,32 40,49 58,67 54,91 32,99 10,86 18,64 40,48 57,28 68,5

        9 hooked     upright  54,17 38,3 16,8 7,28 18,46 38,45 54,28 58,9! 59,50 56,82 40,98 18,96 6,84
        9 curled     upright  52,14 34,3 13,12 9,32 23,46 42,40 53,22 57,8! 58,52 50,86 30,100 10,93 6,80
        """;

    private InternationalShapes() {}
}
