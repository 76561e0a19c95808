package org.digitscope.hold;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemException;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.spi.FileSystemProvider;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A folder of the real disk that takes so many bytes and then says, as a real one does, that no space is left. */
final class FullDisk extends FileSystem {
    private final FileSystem real;
    private final Provider provider = new Provider();
    private long freeBytes = Long.MAX_VALUE;

    FullDisk(FileSystem real) {
        this.real = real;
    }

    /** From now on so many bytes can be written. */
    void leave(long bytes) {
        freeBytes = bytes;
    }

    /** A path of the real disk as one of this. */
    Path of(Path path) {
        return (Path) Proxy.newProxyInstance(
                FullDisk.class.getClassLoader(), new Class<?>[] {Path.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("getFileSystem")) {
                        return this;
                    }
                    @Nullable Object[] plain = arguments == null ? new @Nullable Object[0] : arguments.clone();
                    for (int i = 0; i < plain.length; i++) {
                        plain[i] = plain[i] instanceof Path other ? unwrapped(other) : plain[i];
                    }
                    try {
                        Object result = method.invoke(path, plain);
                        return result instanceof Path other ? of(other) : result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static Path unwrapped(Path path) {
        return Proxy.isProxyClass(path.getClass()) ? Path.of(path.toString()) : path;
    }

    private void take(int bytes, Object file) throws IOException {
        if (bytes > freeBytes) {
            throw new FileSystemException(file.toString(), null, "No space left on device");
        }
        freeBytes -= bytes;
    }

    @Override
    public FileSystemProvider provider() {
        return provider;
    }

    @Override
    public void close() {}

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public boolean isReadOnly() {
        return false;
    }

    @Override
    public String getSeparator() {
        return real.getSeparator();
    }

    @Override
    public Iterable<Path> getRootDirectories() {
        return real.getRootDirectories();
    }

    @Override
    public Iterable<FileStore> getFileStores() {
        return real.getFileStores();
    }

    @Override
    public Set<String> supportedFileAttributeViews() {
        return real.supportedFileAttributeViews();
    }

    @Override
    public Path getPath(String first, String... more) {
        return of(real.getPath(first, more));
    }

    @Override
    public PathMatcher getPathMatcher(String syntaxAndPattern) {
        return real.getPathMatcher(syntaxAndPattern);
    }

    @Override
    public UserPrincipalLookupService getUserPrincipalLookupService() {
        return real.getUserPrincipalLookupService();
    }

    @Override
    public WatchService newWatchService() throws IOException {
        return real.newWatchService();
    }

    private final class Provider extends FileSystemProvider {
        private FileSystemProvider below() {
            return real.provider();
        }

        @Override
        public String getScheme() {
            return "full";
        }

        @Override
        public FileSystem newFileSystem(java.net.URI uri, Map<String, ?> environment) {
            throw new UnsupportedOperationException();
        }

        @Override
        public FileSystem getFileSystem(java.net.URI uri) {
            return FullDisk.this;
        }

        @Override
        public Path getPath(java.net.URI uri) {
            return of(below().getPath(uri));
        }

        @Override
        public SeekableByteChannel newByteChannel(
                Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes) throws IOException {
            return new Channel(FileChannel.open(unwrapped(path), options, attributes), path);
        }

        @Override
        public FileChannel newFileChannel(Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
                throws IOException {
            return new Channel(FileChannel.open(unwrapped(path), options, attributes), path);
        }

        @Override
        public DirectoryStream<Path> newDirectoryStream(Path folder, DirectoryStream.Filter<? super Path> filter)
                throws IOException {
            return below().newDirectoryStream(unwrapped(folder), filter);
        }

        @Override
        public void createDirectory(Path folder, FileAttribute<?>... attributes) throws IOException {
            below().createDirectory(unwrapped(folder), attributes);
        }

        @Override
        public void delete(Path path) throws IOException {
            below().delete(unwrapped(path));
        }

        @Override
        public void copy(Path source, Path target, CopyOption... options) throws IOException {
            below().copy(unwrapped(source), unwrapped(target), options);
        }

        @Override
        public void move(Path source, Path target, CopyOption... options) throws IOException {
            below().move(unwrapped(source), unwrapped(target), options);
        }

        @Override
        public boolean isSameFile(Path one, Path other) throws IOException {
            return below().isSameFile(unwrapped(one), unwrapped(other));
        }

        @Override
        public boolean isHidden(Path path) throws IOException {
            return below().isHidden(unwrapped(path));
        }

        @Override
        public FileStore getFileStore(Path path) throws IOException {
            return below().getFileStore(unwrapped(path));
        }

        @Override
        public void checkAccess(Path path, AccessMode... modes) throws IOException {
            below().checkAccess(unwrapped(path), modes);
        }

        @Override
        public <V extends FileAttributeView> @Nullable V getFileAttributeView(
                Path path, Class<V> type, LinkOption... options) {
            return below().getFileAttributeView(unwrapped(path), type, options);
        }

        @Override
        public <A extends BasicFileAttributes> A readAttributes(Path path, Class<A> type, LinkOption... options)
                throws IOException {
            return below().readAttributes(unwrapped(path), type, options);
        }

        @Override
        public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options)
                throws IOException {
            return below().readAttributes(unwrapped(path), attributes, options);
        }

        @Override
        public void setAttribute(Path path, String attribute, Object value, LinkOption... options) throws IOException {
            below().setAttribute(unwrapped(path), attribute, value, options);
        }
    }

    /** Takes what it writes from the free bytes. */
    private final class Channel extends FileChannel {
        private final FileChannel below;
        private final Path path;

        Channel(FileChannel below, Path path) {
            this.below = below;
            this.path = path;
        }

        @Override
        public int write(ByteBuffer bytes) throws IOException {
            take(bytes.remaining(), path);
            return below.write(bytes);
        }

        @Override
        public long write(ByteBuffer[] bytes, int offset, int length) throws IOException {
            long written = 0;
            for (int i = offset; i < offset + length; i++) {
                written += write(bytes[i]);
            }
            return written;
        }

        @Override
        public int write(ByteBuffer bytes, long position) throws IOException {
            take(bytes.remaining(), path);
            return below.write(bytes, position);
        }

        @Override
        public int read(ByteBuffer bytes) throws IOException {
            return below.read(bytes);
        }

        @Override
        public long read(ByteBuffer[] bytes, int offset, int length) throws IOException {
            return below.read(bytes, offset, length);
        }

        @Override
        public int read(ByteBuffer bytes, long position) throws IOException {
            return below.read(bytes, position);
        }

        @Override
        public long position() throws IOException {
            return below.position();
        }

        @Override
        public FileChannel position(long position) throws IOException {
            below.position(position);
            return this;
        }

        @Override
        public long size() throws IOException {
            return below.size();
        }

        @Override
        public FileChannel truncate(long size) throws IOException {
            below.truncate(size);
            return this;
        }

        @Override
        public void force(boolean metaData) throws IOException {
            below.force(metaData);
        }

        @Override
        public long transferTo(long position, long count, WritableByteChannel target) throws IOException {
            return below.transferTo(position, count, target);
        }

        @Override
        public long transferFrom(ReadableByteChannel source, long position, long count) throws IOException {
            take((int) count, path);
            return below.transferFrom(source, position, count);
        }

        @Override
        public MappedByteBuffer map(MapMode mode, long position, long size) throws IOException {
            return below.map(mode, position, size);
        }

        @Override
        public FileLock lock(long position, long size, boolean shared) throws IOException {
            return below.lock(position, size, shared);
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return below.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            below.close();
        }
    }
}
