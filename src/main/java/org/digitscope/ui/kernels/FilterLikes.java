package org.digitscope.ui.kernels;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.digitscope.catalog.LoadedModel;
import org.digitscope.explain.PreferredPattern;
import org.digitscope.explain.ReceptiveField;
import org.digitscope.explain.TopActivations;
import org.digitscope.explain.TopActivations.Channel;
import org.digitscope.image.DigitImage;
import org.digitscope.network.DigitNetwork;
import org.digitscope.network.LayerInfo;
import org.digitscope.network.WeightEdits.Filter;
import org.digitscope.ui.session.Session;

/**
 * What the chosen filter likes: the samples that excite it most, and the pattern that does. Nothing is computed before
 * somebody asks, and nothing goes on when another filter is chosen. For the JavaFX thread, which it never blocks.
 */
final class FilterLikes implements AutoCloseable {
    private static final int MOST = 8;
    private static final long SEED = 1;
    private static final int PASSES_BETWEEN_REPORTS = 16;

    /**
     * @param field what the value of the peak depends on
     * @param value the highest of the filter's map
     */
    record Sample(DigitImage image, ReceptiveField field, float value) {}

    /**
     * @param levels 28×28, row-major, 0 = paper, 1 = ink
     * @param field what the value depends on that was raised
     * @param before the value for the noise of the beginning
     * @param after the value for these levels
     */
    @SuppressWarnings("ArrayRecordComponent") // read only
    record Pattern(float[] levels, ReceptiveField field, double before, double after) {}

    /** A search; what a cancelled one finds is not shown. */
    private static final class Ticket {
        private volatile boolean cancelled;
    }

    private final Session session;
    private final Supplier<Samples> samples;
    private final Executor fxThread;
    private final ExecutorService worker = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "kernels");
        thread.setDaemon(true);
        return thread;
    });
    private final ReadOnlyObjectWrapper<Finding<List<Sample>>> liked = new ReadOnlyObjectWrapper<>(Finding.idle());
    private final ReadOnlyObjectWrapper<Finding<Pattern>> preferred = new ReadOnlyObjectWrapper<>(Finding.idle());
    private final ReadOnlyObjectWrapper<Optional<Samples>> lookedAt = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Ticket samplesTicket = new Ticket();
    private Ticket patternTicket = new Ticket();
    private Optional<Filter> filter = Optional.empty();

    /**
     * @param samples asked on a thread of its own
     * @param fxThread hands work to the JavaFX thread
     */
    FilterLikes(Session session, Supplier<Samples> samples, Executor fxThread) {
        this.session = session;
        this.samples = samples;
        this.fxThread = fxThread;
    }

    /** The samples that excite the filter most, the best first. */
    ReadOnlyObjectProperty<Finding<List<Sample>>> samplesProperty() {
        return liked.getReadOnlyProperty();
    }

    /** What {@link #samplesProperty()} was chosen from; empty before somebody asked. */
    ReadOnlyObjectProperty<Optional<Samples>> lookedAtProperty() {
        return lookedAt.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Finding<Pattern>> patternProperty() {
        return preferred.getReadOnlyProperty();
    }

    /** What is asked about from now on; what is known of another filter is forgotten. */
    void setFilter(Optional<Filter> next) {
        if (!next.equals(filter)) {
            filter = next;
            forget();
        }
    }

    /** The filter is not what it was. */
    void forget() {
        samplesTicket.cancelled = true;
        patternTicket.cancelled = true;
        liked.set(Finding.idle());
        preferred.set(Finding.idle());
    }

    /** Ends what is going on; what has been found stays. */
    void cancel() {
        if (liked.get().state() == Finding.State.RUNNING) {
            samplesTicket.cancelled = true;
            liked.set(Finding.idle());
        }
        if (preferred.get().state() == Finding.State.RUNNING) {
            patternTicket.cancelled = true;
            preferred.set(Finding.idle());
        }
    }

    /** Shows the samples to the network, piece by piece while the pen rests. */
    void findSamples() {
        Optional<LoadedModel> model = session.modelProperty().get();
        if (model.isEmpty() || filter.isEmpty() || liked.get().state() == Finding.State.RUNNING) {
            return;
        }
        List<LayerInfo> layers = model.get().network().layers();
        Filter of = filter.get();
        Ticket ticket = new Ticket();
        samplesTicket = ticket;
        liked.set(Finding.running(0, Optional.empty()));
        worker.execute(() -> {
            try {
                Samples read = samples.get();
                fxThread.execute(() -> look(read, of, layers, ticket));
            } catch (RuntimeException | OutOfMemoryError e) {
                report(ticket, liked, Finding.failed());
            }
        });
    }

    private void look(Samples read, Filter of, List<LayerInfo> layers, Ticket ticket) {
        if (!ticket.cancelled) {
            lookedAt.set(Optional.of(read));
            List<DigitImage> images = read.images();
            Channel channel = new Channel(of.layer(), of.filter());
            TopActivations search = new TopActivations(images, List.of(channel), MOST);
            session.inBackground(network -> step(network, search, channel, images, layers, ticket));
        }
    }

    /** On the recogniser's thread. */
    private boolean step(
            DigitNetwork network,
            TopActivations search,
            Channel channel,
            List<DigitImage> images,
            List<LayerInfo> layers,
            Ticket ticket) {
        if (ticket.cancelled) {
            return true;
        }
        try {
            boolean done = search.step(network);
            int seen = (int) Math.round(search.progress() * images.size());
            if (done || seen % PASSES_BETWEEN_REPORTS == 0) {
                List<Sample> best = new ArrayList<>();
                for (TopActivations.Peak peak : search.of(channel)) {
                    if (isExcited(layers.get(channel.layer()), peak.value())) {
                        ReceptiveField field = ReceptiveField.of(layers, channel.layer(), peak.x(), peak.y());
                        best.add(new Sample(images.get(peak.image()), field, peak.value()));
                    }
                }
                List<Sample> found = List.copyOf(best);
                report(
                        ticket,
                        liked,
                        done ? Finding.done(found) : Finding.running(search.progress(), Optional.of(found)));
            }
            return done;
        } catch (RuntimeException e) {
            report(ticket, liked, Finding.failed());
            return true;
        }
    }

    /** Behind a function 0 is rest; sums without one have no such level, and the highest excite the filter most. */
    private static boolean isExcited(LayerInfo layer, float value) {
        return layer.activation().isPresent() ? value > 0 : value != 0;
    }

    /** Climbs to the pattern on a thread of its own, by the weights as they are now. */
    void findPattern() {
        if (session.modelProperty().get().isEmpty()
                || filter.isEmpty()
                || preferred.get().state() == Finding.State.RUNNING) {
            return;
        }
        Filter of = filter.get();
        Ticket ticket = new Ticket();
        patternTicket = ticket;
        preferred.set(Finding.running(0, Optional.empty()));
        session.inBackground(network -> {
            beginPattern(network, of, ticket);
            return true;
        });
    }

    /** On the recogniser's thread: the network is needed for the beginning alone. */
    private void beginPattern(DigitNetwork network, Filter of, Ticket ticket) {
        if (ticket.cancelled) {
            return;
        }
        try {
            Optional<PreferredPattern.Preparation> prepared =
                    PreferredPattern.prepare(network, of.layer(), of.filter());
            if (prepared.isEmpty()) {
                report(ticket, preferred, Finding.failed());
            } else {
                worker.execute(() -> climb(prepared.get(), ticket));
            }
        } catch (RuntimeException e) {
            report(ticket, preferred, Finding.failed());
        }
    }

    private void climb(PreferredPattern.Preparation prepared, Ticket ticket) {
        try {
            Optional<PreferredPattern> begun = prepared.begin(SEED);
            if (begun.isEmpty()) {
                report(ticket, preferred, Finding.failed());
                return;
            }
            PreferredPattern pattern = begun.get();
            boolean done = false;
            while (!done && !ticket.cancelled) {
                done = pattern.step();
                Pattern now = new Pattern(pattern.pixels(), pattern.field(), pattern.initialValue(), pattern.value());
                report(
                        ticket,
                        preferred,
                        done ? Finding.done(now) : Finding.running(pattern.progress(), Optional.of(now)));
            }
        } catch (RuntimeException | OutOfMemoryError e) {
            report(ticket, preferred, Finding.failed());
        }
    }

    /** Ends what is going on and takes nothing more. */
    @Override
    public void close() {
        cancel();
        worker.shutdownNow();
    }

    private <T> void report(Ticket ticket, ReadOnlyObjectWrapper<Finding<T>> finding, Finding<T> next) {
        fxThread.execute(() -> {
            if (!ticket.cancelled) {
                finding.set(next);
            }
        });
    }
}
