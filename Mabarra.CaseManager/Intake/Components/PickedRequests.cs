using Mabarra.CaseManager.Documents;

namespace Mabarra.CaseManager.Intake.Components;

/// <summary>The requests somebody picked out of a list, in the order she did; they stay picked from page to page.</summary>
public sealed class PickedRequests
{
    private readonly List<(Guid Id, string Number)> _all = [];

    /// <summary>The papers that are given out about a request (DOMAIN.md part 8, documents 3 and 4).</summary>
    public static IReadOnlyList<IssuedKind> Kinds { get; } = [IssuedKind.ReceiptSlip, IssuedKind.DeficiencyNotice, IssuedKind.RequirementsSheet];

    public IReadOnlyCollection<(Guid Id, string Number)> All => _all;

    public bool Has(Guid id) => _all.Exists(r => r.Id == id);

    public void Toggle(Guid id, string number)
    {
        if (_all.RemoveAll(r => r.Id == id) == 0)
            _all.Add((id, number));
    }

    /// <summary>All that are shown; none of them when all were picked already.</summary>
    public void Set(IEnumerable<(Guid Id, string Number)> shown)
    {
        var rows = shown.ToList();
        var isWhole = rows.TrueForAll(r => Has(r.Id));
        _all.RemoveAll(r => rows.Exists(s => s.Id == r.Id));
        if (!isWhole)
            _all.AddRange(rows);
    }
}
