package org.digitscope.ui.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.digitscope.catalog.LoadedModel;
import org.digitscope.ink.Drawing;
import org.digitscope.live.Reading;
import org.digitscope.live.Subject;
import org.digitscope.network.Answer;
import org.digitscope.network.FeatureMaps;
import org.digitscope.network.Inference;
import org.digitscope.network.LayerInfo;
import org.digitscope.ui.session.Session;

/**
 * Gathers a moment for each reading of the drawing in work, and goes back to any of them. Going back shows an earlier
 * drawing in all views; the drawing itself stays what it is, and the next stroke goes on from there.
 */
public final class TimelineViewModel {
    /** A digit takes some hundred readings; of more, every second one is dropped. */
    private static final int MOST = 2_000;

    /** So many maps of a layer are drawn, and the one that is followed. */
    private static final int LIVELIEST = 8;

    /** A map whose mean output is followed. */
    record Watched(int layer, int map) {}

    private final Session session;
    private final List<Moment> moments = new ArrayList<>();

    /** Those of the line before, which was begun anew for another network: a reading of one may still be under way. */
    private List<Moment> former = List.of();

    private final ReadOnlyLongWrapper version = new ReadOnlyLongWrapper();
    private final ReadOnlyIntegerWrapper position = new ReadOnlyIntegerWrapper(-1);
    private final ObjectProperty<Optional<Watched>> watched = new SimpleObjectProperty<>(Optional.empty());
    private boolean goingBack;

    public TimelineViewModel(Session session) {
        this.session = session;
        session.readingProperty().addListener((property, before, reading) -> reading.ifPresent(this::record));
        session.modelProperty().addListener(changed -> {
            watched.set(Optional.empty());
            live();
            beginAnew();
        });
        session.drawingProperty().addListener((property, before, drawing) -> leaveIfDrawn());
        // What other weights said cannot be gone back to.
        session.editsProperty().addListener((property, before, edits) -> {
            live();
            beginAnew();
        });
    }

    /** Takes over the moments of another, so that one can still go back to them; itself it is at the newest. */
    public void goOnFrom(TimelineViewModel before) {
        // Its own reading of what is on the pad is the newest of them already.
        moments.clear();
        moments.addAll(before.moments);
        version.set(version.get() + 1);
    }

    /** All moments, oldest first; a live list. */
    List<Moment> moments() {
        return moments;
    }

    /** Changes with every change of {@link #moments()}. */
    ReadOnlyLongProperty versionProperty() {
        return version.getReadOnlyProperty();
    }

    /** The index of the moment that is shown; −1 while the newest is. */
    ReadOnlyIntegerProperty positionProperty() {
        return position.getReadOnlyProperty();
    }

    /** The map whose mean output is drawn below the probabilities, among the liveliest of its layer. */
    ObjectProperty<Optional<Watched>> watchedProperty() {
        return watched;
    }

    /** The layers whose maps can be watched. */
    List<LayerInfo> layers() {
        return session.modelProperty()
                .get()
                .map(LoadedModel::network)
                .map(network -> network.layers())
                .orElse(List.of());
    }

    /**
     * The maps that change most from their lowest to their highest, the liveliest first.
     *
     * @param means of each moment, the mean output of each map
     */
    static List<Integer> liveliest(List<float[]> means) {
        float[] lowest = means.get(0).clone();
        float[] highest = lowest.clone();
        for (float[] moment : means) {
            for (int map = 0; map < moment.length; map++) {
                lowest[map] = Math.min(lowest[map], moment[map]);
                highest[map] = Math.max(highest[map], moment[map]);
            }
        }
        return IntStream.range(0, lowest.length)
                .boxed()
                .sorted(Comparator.comparingDouble(map -> lowest[map] - highest[map]))
                .limit(LIVELIEST)
                .toList();
    }

    /** The moments at which another answer was shown than at the one before. */
    List<Integer> changes() {
        List<Integer> changes = new ArrayList<>();
        for (int i = 1; i < moments.size(); i++) {
            if (!moments.get(i).digit().equals(moments.get(i - 1).digit())) {
                changes.add(i);
            }
        }
        return changes;
    }

    /** Goes to a moment; to the newest, and to live, from the last one on. */
    void goTo(int index) {
        if (moments.isEmpty()) {
            return;
        }
        if (index >= moments.size() - 1) {
            live();
            return;
        }
        int shown = Math.max(0, index);
        position.set(shown);
        show(moments.get(shown).drawing());
    }

    /** One moment on, or back. */
    void step(int by) {
        goTo((position.get() < 0 ? moments.size() - 1 : position.get()) + by);
    }

    /** To the next change of the answer, or the one before. */
    void toChange(boolean forwards) {
        int now = position.get() < 0 ? moments.size() - 1 : position.get();
        List<Integer> changes = changes();
        if (forwards) {
            goTo(changes.stream().filter(change -> change > now).findFirst().orElse(moments.size() - 1));
        } else {
            goTo(changes.stream()
                    .filter(change -> change < now)
                    .reduce((earlier, later) -> later)
                    .orElse(0));
        }
    }

    /** Back to what is on the pad. */
    public void live() {
        if (position.get() >= 0) {
            position.set(-1);
            show(session.committedProperty().get());
        }
    }

    private void show(Drawing drawing) {
        goingBack = true;
        session.sketch(drawing);
        goingBack = false;
    }

    /** Whoever draws is back at the end of the line. */
    private void leaveIfDrawn() {
        if (!goingBack) {
            position.set(-1);
        }
    }

    private void record(Reading reading) {
        Optional<Inference> inference = reading.inference();
        if (!(reading.subject() instanceof Subject.Ink ink) || ink.drawing().isEmpty()) {
            clear();
            return;
        }
        Drawing drawing = ink.drawing();
        int known = indexOf(moments, drawing);
        boolean isOnThePad = drawing.equals(session.drawingProperty().get());
        boolean isOfAMoment = known >= 0 || indexOf(former, drawing) >= 0;
        if (inference.isEmpty() || position.get() >= 0 || (isOfAMoment && !isOnThePad)) {
            // The reading of a moment that was gone back to may come late.
            return;
        }
        // Something was undone or erased: what came after it has not happened.
        int pointsLeft = known >= 0
                        || (!moments.isEmpty()
                                && drawing.pointCount() < last().drawing().pointCount())
                ? drawing.pointCount()
                : Integer.MAX_VALUE;
        moments.removeIf(moment -> moment.drawing().pointCount() >= pointsLeft);
        moments.add(moment(drawing, inference.get()));
        if (moments.size() > MOST) {
            thin();
        }
        version.set(version.get() + 1);
    }

    /** Of the moment with this drawing; −1 if there is none. */
    private static int indexOf(List<Moment> moments, Drawing drawing) {
        for (int i = moments.size() - 1; i >= 0; i--) {
            Drawing known = moments.get(i).drawing();
            if (known.pointCount() == drawing.pointCount() && known.equals(drawing)) {
                return i;
            }
        }
        return -1;
    }

    private static Moment moment(Drawing drawing, Inference inference) {
        Answer answer = inference.answer();
        float[][] means = new float[inference.outputs().size()][];
        for (int layer = 0; layer < means.length; layer++) {
            means[layer] = means(inference.outputs().get(layer));
        }
        OptionalInt digit = answer.isDigit() ? OptionalInt.of(answer.prediction()) : OptionalInt.empty();
        return new Moment(drawing, answer.probabilities(), digit, means);
    }

    private static float[] means(FeatureMaps maps) {
        float[] means = new float[maps.shape().maps()];
        for (int map = 0; map < means.length; map++) {
            double sum = 0;
            int end = maps.shape().offset(map + 1);
            for (int i = maps.shape().offset(map); i < end; i++) {
                sum += maps.values()[i];
            }
            means[map] = (float) (sum / (end - maps.shape().offset(map)));
        }
        return means;
    }

    private Moment last() {
        return moments.get(moments.size() - 1);
    }

    private void thin() {
        List<Moment> kept = new ArrayList<>();
        for (int i = moments.size() - 1; i >= 0; i -= 2) {
            kept.add(0, moments.get(i));
        }
        moments.clear();
        moments.addAll(kept);
    }

    private void beginAnew() {
        List<Moment> before = List.copyOf(moments);
        clear();
        former = before;
    }

    private void clear() {
        former = List.of();
        if (!moments.isEmpty()) {
            moments.clear();
            position.set(-1);
            version.set(version.get() + 1);
        }
    }
}
