using DiffPlex;
using DiffPlex.Chunkers;

namespace Mabarra.CaseManager.PolicyLibrary;

/// <summary>What became of a clause from one version to the next.</summary>
public enum ChangeKind
{
    Same,
    Changed,
    Added,
    Removed,
}

/// <summary>A stretch of a compared text.</summary>
public sealed record ChangePiece(ChangeKind Kind, string Text);

/// <summary>A row of the comparison, in the order of the newer text; what was removed stands where it was.</summary>
public sealed record ClauseChange(ChangeKind Kind, string Key, ClauseKind Clause, IReadOnlyList<ChangePiece> Pieces);

/// <summary>Compares two texts clause by clause, and the words of a changed clause.</summary>
public static class PolicyComparison
{
    public static IReadOnlyList<ClauseChange> Of(IReadOnlyList<ClauseRow> older, IReadOnlyList<ClauseRow> newer)
    {
        var changes = new List<ClauseChange>();
        var before = older.GroupBy(c => c.Key, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        var after = newer.Select(c => c.Key).ToHashSet(StringComparer.Ordinal);
        var place = 0;
        foreach (var clause in newer)
        {
            // What went away before this clause is told before it.
            for (; before.ContainsKey(clause.Key) && place < older.Count && !string.Equals(older[place].Key, clause.Key, StringComparison.Ordinal); place++)
                AddRemoved(older[place]);
            changes.Add(Compare(before.GetValueOrDefault(clause.Key), clause));
            if (place < older.Count && string.Equals(older[place].Key, clause.Key, StringComparison.Ordinal))
                place++;
        }
        for (; place < older.Count; place++)
            AddRemoved(older[place]);
        return changes;

        void AddRemoved(ClauseRow gone)
        {
            if (!after.Contains(gone.Key))
                changes.Add(new ClauseChange(ChangeKind.Removed, gone.Key, gone.Kind, [new ChangePiece(ChangeKind.Removed, gone.TextAr)]));
        }
    }

    private static ClauseChange Compare(ClauseRow? before, ClauseRow after) =>
        before is null ? new ClauseChange(ChangeKind.Added, after.Key, after.Kind, [new ChangePiece(ChangeKind.Added, after.TextAr)])
        : string.Equals(before.TextAr, after.TextAr, StringComparison.Ordinal) ? new ClauseChange(ChangeKind.Same, after.Key, after.Kind, [new ChangePiece(ChangeKind.Same, after.TextAr)])
        : new ClauseChange(ChangeKind.Changed, after.Key, after.Kind, Words(before.TextAr, after.TextAr));

    /// <summary>The words that stayed, went and came.</summary>
    internal static IReadOnlyList<ChangePiece> Words(string before, string after)
    {
        var diff = Differ.Instance.CreateDiffs(before, after, ignoreWhiteSpace: false, ignoreCase: false, new DelimiterChunker([' ', '\n', '\u060C', '\u061B', '.', ':', '\u061F', '(', ')']));
        var pieces = new List<ChangePiece>();
        var place = 0;
        foreach (var block in diff.DiffBlocks)
        {
            Take(ChangeKind.Same, diff.PiecesNew, place, block.InsertStartB - place);
            Take(ChangeKind.Removed, diff.PiecesOld, block.DeleteStartA, block.DeleteCountA);
            Take(ChangeKind.Added, diff.PiecesNew, block.InsertStartB, block.InsertCountB);
            place = block.InsertStartB + block.InsertCountB;
        }
        Take(ChangeKind.Same, diff.PiecesNew, place, diff.PiecesNew.Count - place);
        return pieces;

        void Take(ChangeKind kind, IReadOnlyList<string> from, int start, int count)
        {
            if (count > 0)
                pieces.Add(new ChangePiece(kind, string.Concat(from.Skip(start).Take(count))));
        }
    }
}
