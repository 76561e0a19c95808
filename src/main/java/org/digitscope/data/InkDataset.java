package org.digitscope.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.digitscope.ink.InkFiles;
import org.digitscope.ink.InkReader;
import org.digitscope.ink.InkRecord;

/** The drawings of an ink file, each made an image when it is reached. */
record InkDataset(String name, Path file, InkToImage rasterize) implements Dataset {

    @Override
    public SampleReader open() throws IOException {
        InkReader reader = InkFiles.open(file);
        return new SampleReader() {
            @Override
            public Optional<Sample> next() throws IOException {
                return reader.next().map(InkDataset.this::sample);
            }

            @Override
            public void close() throws IOException {
                reader.close();
            }
        };
    }

    private Sample sample(InkRecord ink) {
        Optional<String> writer =
                Optional.ofNullable(ink.extras().get("writer")).map(String::valueOf);
        return new Sample(rasterize.toImage(ink.drawing()), ink.label(), writer, Optional.of(ink.drawing()));
    }
}
