package io.demarche.api.rulebook;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import io.demarche.core.rulebook.RulebookFile;
import org.jspecify.annotations.Nullable;

/** What differs between two texts of a rulebook. */
final class TextDiff {

    private static final int CONTEXT_LINES = 3;

    private TextDiff() {}

    /** What became of a file. */
    enum Change {
        ADDED,
        REMOVED,
        CHANGED
    }

    /**
     * How one file differs.
     *
     * @param diff in the unified format (POSIX diff -u)
     */
    record FileDiff(String path, Change change, String diff) {}

    /**
     * What two edits of one text did to a file; null where an edit left it alone.
     *
     * @param conflict whether both changed it, and not in the same way
     */
    record ThreeWay(
            String path, @Nullable String theirs, @Nullable String yours, boolean conflict) {}

    /** The files that differ, in the order of their paths. */
    static List<FileDiff> between(Collection<RulebookFile> from, Collection<RulebookFile> to) {
        Map<String, String> before = texts(from);
        Map<String, String> after = texts(to);
        List<FileDiff> diffs = new ArrayList<>();
        for (String path : union(before, after)) {
            String old = before.get(path);
            String young = after.get(path);
            if (old == null || young == null || !old.equals(young)) {
                Change change = old == null ? Change.ADDED : young == null ? Change.REMOVED : Change.CHANGED;
                diffs.add(new FileDiff(path, change, unified(path, old, young)));
            }
        }
        return diffs;
    }

    /** What was done to each file by others and by you since the text that both began from. */
    static List<ThreeWay> threeWay(
            Collection<RulebookFile> base, Collection<RulebookFile> theirs, Collection<RulebookFile> yours) {
        Map<String, String> byThem = diffs(base, theirs);
        Map<String, String> byYou = diffs(base, yours);
        return union(byThem, byYou).stream()
                .map(path -> new ThreeWay(
                        path,
                        byThem.get(path),
                        byYou.get(path),
                        byThem.containsKey(path)
                                && byYou.containsKey(path)
                                && !byYou.get(path).equals(byThem.get(path))))
                .toList();
    }

    private static Map<String, String> diffs(Collection<RulebookFile> from, Collection<RulebookFile> to) {
        return between(from, to).stream().collect(Collectors.toMap(FileDiff::path, FileDiff::diff));
    }

    private static String unified(String path, @Nullable String before, @Nullable String after) {
        List<String> old = lines(before);
        return String.join(
                "\n",
                UnifiedDiffUtils.generateUnifiedDiff(
                        before == null ? "/dev/null" : path,
                        after == null ? "/dev/null" : path,
                        old,
                        DiffUtils.diff(old, lines(after)),
                        CONTEXT_LINES));
    }

    private static List<String> lines(@Nullable String text) {
        return text == null || text.isEmpty() ? List.of() : List.of(text.split("\n", -1));
    }

    private static Map<String, String> texts(Collection<RulebookFile> files) {
        return files.stream()
                .collect(Collectors.toMap(RulebookFile::path, RulebookFile::text, (a, b) -> b, TreeMap::new));
    }

    private static Collection<String> union(Map<String, ?> one, Map<String, ?> other) {
        TreeSet<String> all = new TreeSet<>(one.keySet());
        all.addAll(other.keySet());
        return all;
    }
}
