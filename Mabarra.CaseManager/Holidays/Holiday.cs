using Mabarra.CaseManager.Data;

namespace Mabarra.CaseManager.Holidays;

/// <summary>Why nobody works on a day.</summary>
public enum HolidayKind
{
    EidAlFitr,
    EidAlAdha,
    NationalDay,
    FoundingDay,

    /// <summary>تعويض: a day off in place of a holiday that fell on a rest day.</summary>
    Compensation,

    /// <summary>إغلاق طارئ.</summary>
    EmergencyClosure,
}

/// <summary>A day off. Every date is an editable row, provisional until the number of the circular is typed: the app only suggests dates, it never decides them (DOMAIN.md §4).</summary>
public sealed class Holiday : CaseEntity, IAudited
{
    private Holiday()
    {
    }

    internal Holiday(DateOnly on, string nameAr, string nameEn, HolidayKind kind, string? sourceRef)
    {
        (On, NameAr, NameEn, Kind) = (on, nameAr, nameEn, kind);
        Cite(sourceRef);
    }

    public DateOnly On { get; private set; }

    public string NameAr { get; private set; } = "";

    public string NameEn { get; private set; } = "";

    public HolidayKind Kind { get; private set; }

    /// <summary>Number of the circular or announcement.</summary>
    public string? SourceRef { get; private set; }

    /// <summary>Expected, not yet announced.</summary>
    public bool IsProvisional { get; private set; } = true;

    Guid IAudited.AuditedRecordId => Id;

    internal Closure ToClosure(bool arabic) => new(On, arabic ? NameAr : NameEn, IsProvisional);

    internal void Change(DateOnly on, string nameAr, string nameEn, HolidayKind kind, string? sourceRef)
    {
        (On, NameAr, NameEn, Kind) = (on, nameAr, nameEn, kind);
        Cite(sourceRef);
    }

    private void Cite(string? sourceRef)
    {
        SourceRef = sourceRef;
        IsProvisional = sourceRef is null && Kind != HolidayKind.EmergencyClosure;
    }
}

/// <summary>The days of the week worked from a date on. A new row for a change; the old one stays for the days it held.</summary>
public sealed class WorkSchedule : CaseEntity, IAudited
{
    private WorkSchedule()
    {
    }

    internal WorkSchedule(DateOnly from, IReadOnlySet<DayOfWeek> days) => (From, Days) = (from, days);

    public DateOnly From { get; private set; }

    public IReadOnlySet<DayOfWeek> Days { get; private set; } = new HashSet<DayOfWeek>();

    Guid IAudited.AuditedRecordId => Id;
}
