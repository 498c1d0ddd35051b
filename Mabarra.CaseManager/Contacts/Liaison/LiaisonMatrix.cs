namespace Mabarra.CaseManager.Contacts.Liaison;

/// <summary>How a cell stands on a day.</summary>
public enum CellState
{
    Covered,

    /// <summary>The officer is away, her backup is in charge.</summary>
    ByBackup,

    /// <summary>The officer is away and nobody stands in for her: as bad as nobody.</summary>
    Away,

    /// <summary>Nobody is charged with it.</summary>
    Uncovered,
}

/// <summary>A charge as the matrix reckons with it.</summary>
public sealed record ChargeSpan(Guid Id, string? Category, string? Field, Guid OfficerId, Guid? BackupId, DateOnly FromOn, DateOnly? ToOn)
{
    public bool Holds(DateOnly on) => FromOn <= on && (ToOn is null || on <= ToOn);

    /// <summary>Of two charges for a cell the one that names more of it counts; a category says more than a field.</summary>
    public int Specificity => (Category is null ? 0 : 2) + (Field is null ? 0 : 1);
}

/// <summary>Days an officer is away.</summary>
public sealed record AwaySpan(Guid OfficerId, DateOnly FromOn, DateOnly ToOn);

/// <summary>One cell on one day.</summary>
/// <param name="Charge">What it stands on; null when nobody is charged.</param>
/// <param name="InCharge">Who acts that day: the officer, or the backup in her place.</param>
public sealed record CellCharge(string Category, string Field, CellState State, ChargeSpan? Charge, Guid? InCharge)
{
    /// <summary>As requests and inquiries keep it.</summary>
    public string Cell => LiaisonMatrix.CellOf(Category, Field);

    public bool IsGap => State is CellState.Uncovered or CellState.Away;
}

/// <summary>
/// خ-١: the officer of each category of beneficiaries in each field of work. Pure: who is in charge on a day follows from the charges, the days people are
/// away and who still works here; nothing has to be switched when somebody leaves or comes back.
/// </summary>
public sealed class LiaisonMatrix(
    IReadOnlyList<string> categories, IReadOnlyList<string> fields, IReadOnlyList<ChargeSpan> charges, IReadOnlyList<AwaySpan> absences, IReadOnlySet<Guid> working)
{
    public IReadOnlyList<string> Categories { get; } = categories;

    public IReadOnlyList<string> Fields { get; } = fields;

    public static string CellOf(string category, string? field) => $"{category}/{field}";

    public CellCharge Of(string category, string field, DateOnly on)
    {
        CellCharge? away = null;
        foreach (var charge in For(category, field, on))
        {
            if (ActingOn(charge, on) is { } acting)
                return new CellCharge(category, field, acting == charge.OfficerId ? CellState.Covered : CellState.ByBackup, charge, acting);
            if (working.Contains(charge.OfficerId))
                away ??= new CellCharge(category, field, CellState.Away, charge, null);
        }
        return away ?? new CellCharge(category, field, CellState.Uncovered, null, null);
    }

    public IEnumerable<CellCharge> All(DateOnly on) => Categories.SelectMany(c => Fields.Select(f => Of(c, f, on)));

    /// <summary>What must be none (خ-١): nobody charged, or the officer away with nobody in her place.</summary>
    public IEnumerable<CellCharge> Gaps(DateOnly on) => All(on).Where(c => c.IsGap);

    /// <summary>The categories whose people an officer reaches: where she is the officer, also while away, and where she stands in today.</summary>
    public IReadOnlySet<string> CategoriesOf(Guid officerId, DateOnly on) => All(on)
        .Where(c => c.InCharge == officerId || (c.Charge?.OfficerId == officerId && working.Contains(officerId)))
        .Select(c => c.Category).ToHashSet(StringComparer.Ordinal);

    /// <summary>The cells somebody acts for today, with those of whole categories (<c>Widows/</c>), which name no field.</summary>
    public IReadOnlyList<string> CellsOf(Guid officerId, DateOnly on) =>
        [.. All(on).Where(c => c.InCharge == officerId).Select(c => c.Cell), .. Categories.Where(c => OfWhole(c, on) == officerId).Select(c => CellOf(c, null))];

    /// <summary>Absent officers somebody stands in for today.</summary>
    public IReadOnlySet<Guid> StandsInFor(Guid officerId, DateOnly on) =>
        All(on).Where(c => c.State == CellState.ByBackup && c.InCharge == officerId).Select(c => c.Charge!.OfficerId).ToHashSet();

    /// <summary>Where something about a person of these categories goes: to a cell somebody acts for, the most specific, then the first category of the list.</summary>
    /// <param name="field">Null when no field is known: then to whoever acts for most of the category.</param>
    /// <returns>The cell, whoever is in charge of it by then; null only for somebody without any category of the matrix.</returns>
    public string? Route(IEnumerable<string> categories, string? field, DateOnly on)
    {
        var own = categories.ToHashSet(StringComparer.Ordinal);
        var known = Categories.Where(own.Contains).ToList();
        if (field is null)
            return (known.Find(c => OfWhole(c, on) is not null) ?? known.FirstOrDefault()) is { } whole ? CellOf(whole, null) : null;
        return known.Select((c, i) => (Cell: Of(c, field, on), Order: i))
            .OrderBy(c => c.Cell.IsGap).ThenByDescending(c => c.Cell.Charge?.Specificity ?? -1).ThenBy(c => c.Order).FirstOrDefault().Cell?.Cell;
    }

    /// <summary>Who is in charge of a cell on a day; null when nobody is, or there is no such cell any more.</summary>
    public Guid? InCharge(string? cell, DateOnly on)
    {
        if (cell is null || cell.IndexOf('/', StringComparison.Ordinal) is not (> 0 and var cut))
            return null;
        var (category, field) = (cell[..cut], cell[(cut + 1)..]);
        return field.Length == 0 ? OfWhole(category, on) : Of(category, field, on).InCharge;
    }

    /// <summary>Whoever acts for most fields of a category; of equals, for the first of them.</summary>
    private Guid? OfWhole(string category, DateOnly on) => Fields.Select(f => Of(category, f, on).InCharge).OfType<Guid>()
        .GroupBy(o => o).OrderByDescending(g => g.Count()).Select(g => (Guid?)g.Key).FirstOrDefault();

    private IEnumerable<ChargeSpan> For(string category, string field, DateOnly on) => charges
        .Where(c => c.Holds(on) && Fits(c.Category, category) && Fits(c.Field, field)).OrderByDescending(c => c.Specificity);

    private static bool Fits(string? charged, string asked) => charged is null || string.Equals(charged, asked, StringComparison.Ordinal);

    private Guid? ActingOn(ChargeSpan charge, DateOnly on) =>
        IsHere(charge.OfficerId, on) ? charge.OfficerId
        : charge.BackupId is { } backup && IsHere(backup, on) ? backup
        : null;

    private bool IsHere(Guid officer, DateOnly on) =>
        working.Contains(officer) && !absences.Any(a => a.OfficerId == officer && a.FromOn <= on && on <= a.ToOn);
}
