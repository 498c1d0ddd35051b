using Mabarra.CaseManager.PolicyLibrary;

namespace Mabarra.CaseManager.Tests.PolicyLibrary;

/// <summary>What a reader is told has changed.</summary>
public sealed class PolicyComparisonTests
{
    private static ClauseRow Row(string key, string text) => new(Guid.NewGuid(), 0, key, ClauseKind.Item, null, text, null);

    [Fact]
    public void Words_that_changed_are_told_and_the_rest_stays()
    {
        var change = Assert.Single(PolicyComparison.Of([Row("ت-6", "تحدد المدة بـ (١٥) يوم عمل من تاريخ اكتمال الطلب.")], [Row("ت-6", "تحدد المدة بـ (١٠) يوم عمل من تاريخ اكتمال الطلب.")]));
        Assert.Equal(ChangeKind.Changed, change.Kind);
        Assert.Equal(
            [(ChangeKind.Same, "تحدد المدة بـ ("), (ChangeKind.Removed, "١٥"), (ChangeKind.Added, "١٠"), (ChangeKind.Same, ") يوم عمل من تاريخ اكتمال الطلب.")],
            change.Pieces.Select(p => (p.Kind, p.Text)));
    }

    [Fact]
    public void Clauses_added_and_removed_stand_where_they_belong()
    {
        var changes = PolicyComparison.Of([Row("أ-1", "أول"), Row("أ-2", "ثان"), Row("أ-3", "ثالث")], [Row("أ-1", "أول"), Row("أ-3", "ثالث"), Row("أ-4", "رابع")]);
        Assert.Equal([(ChangeKind.Same, "أ-1"), (ChangeKind.Removed, "أ-2"), (ChangeKind.Same, "أ-3"), (ChangeKind.Added, "أ-4")], changes.Select(c => (c.Kind, c.Key)));
    }

    [Fact]
    public void Clauses_in_another_order_are_each_told_once()
    {
        var changes = PolicyComparison.Of([Row("أ-1", "أول"), Row("أ-2", "ثان")], [Row("أ-2", "ثان"), Row("أ-1", "أول")]);
        Assert.Equal(["أ-2", "أ-1"], changes.Select(c => c.Key));
        Assert.All(changes, c => Assert.Equal(ChangeKind.Same, c.Kind));
    }

    /// <summary>The new text can be read off the pieces, and so can the old.</summary>
    [Fact]
    public void Pieces_put_together_are_the_two_texts()
    {
        const string before = "رفع استبانة قياس الرضا بكل دوري، ثم النشر.";
        const string after = "رفع استبانة قياس الرضا بشكل دوري ونشر نتائجها.";
        var pieces = PolicyComparison.Words(before, after);
        Assert.Equal(after, string.Concat(pieces.Where(p => p.Kind != ChangeKind.Removed).Select(p => p.Text)));
        Assert.Equal(before, string.Concat(pieces.Where(p => p.Kind != ChangeKind.Added).Select(p => p.Text)));
    }
}
