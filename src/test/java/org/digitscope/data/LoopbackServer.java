package org.digitscope.data;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A web server on this machine alone, which can be told to misbehave. */
final class LoopbackServer implements AutoCloseable {
    /** What the server was asked: the path, and the Range header or nothing. */
    record Request(String path, String range) {}

    /** How one file is served. */
    static final class Page {
        private volatile byte[] content;
        private volatile String etag = "\"v1\"";
        private volatile boolean knowsRanges = true;
        private volatile int breakAfterBytes = Integer.MAX_VALUE;
        private volatile int holdAfterBytes = Integer.MAX_VALUE;

        private Page(byte[] content) {
            this.content = content;
        }

        Page content(byte[] newContent, String newEtag) {
            content = newContent;
            etag = newEtag;
            return this;
        }

        Page withoutRanges() {
            knowsRanges = false;
            return this;
        }

        /** The connection breaks off after so many bytes of each answer. */
        Page breakingOffAfter(int bytes) {
            breakAfterBytes = bytes;
            return this;
        }

        /** Nothing more comes after so many bytes of an answer, but the connection stays. */
        Page holdingAfter(int bytes) {
            holdAfterBytes = bytes;
            return this;
        }

        Page behavingAgain() {
            breakAfterBytes = Integer.MAX_VALUE;
            holdAfterBytes = Integer.MAX_VALUE;
            return this;
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Page> pages = new ConcurrentHashMap<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);

    LoopbackServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    Page serve(String path, byte[] content) {
        Page page = new Page(content);
        pages.put(path, page);
        return page;
    }

    URI uri(String path) {
        return URI.create("http://" + InetAddress.getLoopbackAddress().getHostAddress() + ":"
                + server.getAddress().getPort() + path);
    }

    List<Request> requests() {
        return requests;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String range = String.valueOf(exchange.getRequestHeaders().getFirst("Range"));
        requests.add(new Request(path, range.equals("null") ? "" : range));
        Page page = pages.get(path);
        if (page == null) {
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
            return;
        }
        byte[] content = page.content;
        int start = 0;
        boolean sameVersion = page.etag.equals(exchange.getRequestHeaders().getFirst("If-Range"));
        if (page.knowsRanges && sameVersion && range.matches("bytes=\\d+-")) {
            start = Integer.parseInt(range.substring(6, range.length() - 1));
        }
        exchange.getResponseHeaders().add("ETag", page.etag);
        if (start >= content.length && start > 0) {
            exchange.getResponseHeaders().add("Content-Range", "bytes */" + content.length);
            exchange.sendResponseHeaders(416, -1);
            exchange.close();
            return;
        }
        if (start > 0) {
            exchange.getResponseHeaders()
                    .add("Content-Range", "bytes " + start + "-" + (content.length - 1) + "/" + content.length);
        }
        exchange.sendResponseHeaders(start > 0 ? 206 : 200, content.length - start);
        int most = Math.min(page.breakAfterBytes, page.holdAfterBytes);
        int length = Math.min(content.length - start, most);
        exchange.getResponseBody().write(content, start, length);
        exchange.getResponseBody().flush();
        if (length == page.holdAfterBytes) {
            hold();
        }
        exchange.close();
    }

    private void hold() {
        try {
            closing.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
