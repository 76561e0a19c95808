package org.digitscope.network.dl4j;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.regex.Pattern;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * ND4J's own format of an array, read in plain Java so that nothing is allocated on a file's word.
 *
 * <p>A buffer is the name of an allocation mode, the number of values, the name of their type and the values,
 * big-endian. An array is a buffer of longs that describes its shape and a buffer of its values.
 */
public final class ArrayFile {
    private static final int MAX_SHAPE_LONGS = 80;

    /** What a type is called; whatever else stands there is damage. */
    private static final Pattern TYPE = Pattern.compile("[A-Z][A-Z0-9_]{1,15}");

    /** Values of a type that is not read. */
    static final class OtherType extends IOException {
        OtherType(String type) {
            super(type);
        }
    }

    private ArrayFile() {}

    /**
     * The values of an array in the order of the file.
     *
     * @throws IOException if the bytes are no such array; the message says how
     */
    public static float[] read(byte[] bytes) throws IOException {
        ByteArrayInputStream all = new ByteArrayInputStream(bytes);
        DataInputStream in = new DataInputStream(all);
        Header shape = Header.read(in);
        if (!shape.type.equals("LONG") || shape.length < 1 || shape.length > MAX_SHAPE_LONGS) {
            throw new IOException("no shape at the beginning");
        }
        in.skipNBytes(shape.length * 8);
        Header values = Header.read(in);
        int width = switch (values.type) {
            case "FLOAT" -> 4;
            case "DOUBLE" -> 8;
            case "HALF" -> 2;
            default ->
                throw TYPE.matcher(values.type).matches()
                        ? new OtherType(values.type)
                        : new IOException("no type of values");
        };
        if (values.length != all.available() / width || all.available() % width != 0) {
            throw new IOException(values.length + " values announced, " + all.available() / width + " there");
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes, bytes.length - all.available(), all.available());
        float[] floats = new float[(int) values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = switch (width) {
                case 4 -> buffer.getFloat();
                case 8 -> (float) buffer.getDouble();
                default -> halfToFloat(buffer.getShort());
            };
        }
        return floats;
    }

    /** Writes a row vector, as Deeplearning4j keeps parameters. */
    static void write(INDArray array, OutputStream out) throws IOException {
        DataOutputStream data = new DataOutputStream(out);
        Nd4j.write(array, data);
        data.flush();
    }

    /** IEEE 754 binary16 to binary32. */
    private static float halfToFloat(short half) {
        int exponent = half >> 10 & 0x1F;
        int fraction = half & 0x3FF;
        float magnitude;
        if (exponent == 0) {
            magnitude = fraction * 0x1p-24f;
        } else if (exponent == 31) {
            magnitude = fraction == 0 ? Float.POSITIVE_INFINITY : Float.NaN;
        } else {
            magnitude = Float.intBitsToFloat(exponent + 112 << 23 | fraction << 13);
        }
        return half < 0 ? -magnitude : magnitude;
    }

    private record Header(long length, String type) {
        static Header read(DataInputStream in) throws IOException {
            in.readUTF();
            long length = in.readLong();
            return new Header(length, in.readUTF());
        }
    }
}
