using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Mabarra.CaseManager.Intake;

/// <summary>What the history was asked for. It comes from the address bar: what cannot be read is not asked.</summary>
internal sealed record VisitFilter(DateOnly? FromOn, DateOnly? ToOn, VisitStatus? Status, Guid? ServedById, string Name)
{
    private const string AfterEveryLetter = "\uFFFD";

    public bool HasDays => FromOn is not null || ToOn is not null;

    public static VisitFilter Of(PageQuery page) => new(
        Day(page.Filter("from")),
        Day(page.Filter("to")),
        Enum.TryParse<VisitStatus>(page.Filter("state"), out var status) && Enum.IsDefined(status) ? status : null,
        Guid.TryParse(page.Filter("by"), out var by) ? by : null,
        SearchKey.Of(page.Search is { Length: <= 200 } typed ? typed : null));

    /// <summary>Each condition has its index; days are one stretch of <see cref="Visit.DayOrder"/>, a name is found by its beginning.</summary>
    [SuppressMessage("Globalization", "CA1309:Use ordinal string comparison", Justification = "Runs in the database, which compares these keys by their letters' codes; EF translates no other overload.")]
    public IQueryable<Visit> Narrow(IQueryable<Visit> visits)
    {
        if (HasDays)
            visits = visits.Where(v => v.DayOrder != null);
        if (FromOn is { } from && DayOrders.First(from) is var first)
            visits = visits.Where(v => v.DayOrder >= first);
        if (ToOn is { } to && to < DateOnly.MaxValue && DayOrders.First(to.AddDays(1)) is var end)
            visits = visits.Where(v => v.DayOrder < end);
        if (Status is { } status)
            visits = visits.Where(v => v.Status == status);
        if (ServedById is { } by)
            visits = visits.Where(v => v.ServedById == by);
        if (Name.Length == 0)
            return visits;
        var (low, high) = (Name, Name + AfterEveryLetter);
        return visits.Where(v => string.Compare(v.VisitorKey, low) >= 0 && string.Compare(v.VisitorKey, high) < 0);
    }

    /// <summary>
    /// The same of the visits of few people, which are found by their people. Said plainly, SQLite would walk every visit of the state, the colleague or
    /// the days instead; wrapped in a condition that changes nothing (these visits all have a person), none of them can lead it there.
    /// </summary>
    [SuppressMessage("Globalization", "CA1309:Use ordinal string comparison", Justification = "As above.")]
    public IQueryable<Visit> NarrowFew(IQueryable<Visit> visits)
    {
        if (FromOn is { } from && DayOrders.First(from) is var first)
            visits = visits.Where(v => (v.BeneficiaryId == null ? null : v.DayOrder) >= first);
        if (ToOn is { } to && to < DateOnly.MaxValue && DayOrders.First(to.AddDays(1)) is var end)
            visits = visits.Where(v => (v.BeneficiaryId == null ? null : v.DayOrder) < end);
        if (Status is { } status)
            visits = visits.Where(v => (v.BeneficiaryId == null ? VisitStatus.Waiting : v.Status) == status);
        if (ServedById is { } by)
            visits = visits.Where(v => (v.BeneficiaryId == null ? null : v.ServedById) == by);
        if (Name.Length == 0)
            return visits;
        var (low, high) = (Name, Name + AfterEveryLetter);
        return visits.Where(v => string.Compare(v.BeneficiaryId == null ? "" : v.VisitorKey, low) >= 0 && string.Compare(v.BeneficiaryId == null ? "" : v.VisitorKey, high) < 0);
    }

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
