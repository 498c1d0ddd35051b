using Mabarra.CaseManager.Contacts.Liaison;

namespace Mabarra.CaseManager.Tests.Contacts.Liaison;

/// <summary>Who is in charge of a cell on a day (خ-١).</summary>
public sealed class LiaisonMatrixTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);
    private static readonly Guid Sara = Guid.NewGuid();
    private static readonly Guid Omar = Guid.NewGuid();
    private static readonly Guid Left = Guid.NewGuid();

    private static ChargeSpan Charge(string? category, string? field, Guid officer, Guid? backup = null, int from = -10, int? to = null) =>
        new(Guid.NewGuid(), category, field, officer, backup, Today.AddDays(from), to is { } days ? Today.AddDays(days) : null);

    private static LiaisonMatrix Matrix(ChargeSpan[] charges, params AwaySpan[] away) =>
        new(["Orphans", "Widows"], ["Housing", "Health"], charges, away, new HashSet<Guid> { Sara, Omar });

    [Fact]
    public void Of_two_charges_the_one_that_names_more_counts_and_a_category_more_than_a_field()
    {
        var matrix = Matrix([Charge(null, null, Omar), Charge("Widows", null, Sara), Charge(null, "Housing", Omar), Charge("Widows", "Health", Omar)]);
        Assert.Equal((Sara, Omar, Omar), (matrix.Of("Widows", "Housing", Today).InCharge, matrix.Of("Widows", "Health", Today).InCharge, matrix.Of("Orphans", "Housing", Today).InCharge));
        Assert.Empty(matrix.Gaps(Today));
    }

    [Fact]
    public void The_backup_takes_over_for_the_days_of_the_absence_and_hands_back_by_itself()
    {
        var matrix = Matrix([Charge("Widows", null, Sara, Omar)], new AwaySpan(Sara, Today, Today.AddDays(2)));
        Assert.Equal([Sara, Omar, Omar, Omar, Sara], Enumerable.Range(-1, 5).Select(d => matrix.Of("Widows", "Housing", Today.AddDays(d)).InCharge!.Value));
        Assert.Equal(CellState.ByBackup, matrix.Of("Widows", "Housing", Today).State);
        Assert.Contains("Widows", matrix.CategoriesOf(Omar, Today));
        Assert.Contains("Widows", matrix.CategoriesOf(Sara, Today));
        Assert.DoesNotContain("Widows", matrix.CategoriesOf(Omar, Today.AddDays(3)));
    }

    [Fact]
    public void Away_without_a_backup_who_is_there_is_a_gap()
    {
        var both = new[] { new AwaySpan(Sara, Today, Today), new AwaySpan(Omar, Today, Today) };
        Assert.Equal(CellState.Away, Matrix([Charge("Widows", "Housing", Sara)], both[0]).Of("Widows", "Housing", Today).State);
        Assert.Equal(CellState.Away, Matrix([Charge("Widows", "Housing", Sara, Omar)], both).Of("Widows", "Housing", Today).State);
        // A wider charge still catches it.
        Assert.Equal(Omar, Matrix([Charge("Widows", "Housing", Sara), Charge(null, null, Omar)], both[0]).Of("Widows", "Housing", Today).InCharge);
    }

    [Fact]
    public void Whoever_no_longer_works_here_covers_nothing_and_reaches_nobody()
    {
        var matrix = Matrix([Charge("Widows", null, Left)]);
        Assert.Equal(CellState.Uncovered, matrix.Of("Widows", "Housing", Today).State);
        Assert.Equal(4, matrix.Gaps(Today).Count());
        Assert.Empty(matrix.CategoriesOf(Left, Today));
        Assert.Equal(Omar, Matrix([Charge("Widows", null, Left, Omar)]).Of("Widows", "Housing", Today).InCharge);
    }

    [Fact]
    public void A_charge_holds_from_its_first_day_to_its_last()
    {
        var matrix = Matrix([Charge("Widows", "Housing", Sara, from: 0, to: 1)]);
        Assert.Equal([false, true, true, false], Enumerable.Range(-1, 4).Select(d => matrix.Of("Widows", "Housing", Today.AddDays(d)).InCharge == Sara));
    }

    [Fact]
    public void A_record_goes_to_a_cell_somebody_acts_for_then_to_the_most_specific_then_to_the_first_category()
    {
        Assert.Equal("Widows/Housing", Matrix([Charge("Widows", null, Sara)]).Route(["Orphans", "Widows"], "Housing", Today));
        Assert.Equal("Orphans/Housing", Matrix([]).Route(["Widows", "Orphans"], "Housing", Today));
        Assert.Equal("Widows/Housing", Matrix([Charge("Orphans", null, Sara), Charge("Widows", "Housing", Omar)]).Route(["Orphans", "Widows"], "Housing", Today));
        Assert.Equal("Orphans/Housing", Matrix([Charge(null, null, Sara)]).Route(["Orphans", "Widows"], "Housing", Today));
        Assert.Null(Matrix([Charge(null, null, Sara)]).Route(["Gone"], "Housing", Today));
    }

    [Fact]
    public void Without_a_field_it_goes_to_whoever_acts_for_most_of_the_category()
    {
        var matrix = Matrix([Charge("Widows", null, Sara), Charge("Orphans", "Housing", Omar)]);
        Assert.Equal(("Widows/", "Orphans/"), (matrix.Route(["Widows"], null, Today), matrix.Route(["Orphans", "Widows"], null, Today)));
        Assert.Equal((Sara, Omar), (matrix.InCharge("Widows/", Today), matrix.InCharge("Orphans/", Today)));
        Assert.Contains("Widows/", matrix.CellsOf(Sara, Today));
        Assert.Null(matrix.InCharge("nothing", Today));
    }
}
