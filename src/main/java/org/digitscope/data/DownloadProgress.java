package org.digitscope.data;

/** Hears how far a download is; called by the thread that downloads, many times a second, so it should be quick. */
@FunctionalInterface
public interface DownloadProgress {

    /**
     * @param file the name of the file that is arriving
     * @param doneBytes how much is there, what an earlier run left included
     * @param totalBytes how much there will be, or -1 if the server does not say
     */
    void report(String file, long doneBytes, long totalBytes);
}
