namespace Mabarra.CaseManager.Holidays.Pages;

/// <summary>What is being typed about a day off.</summary>
public sealed class HolidayDraft
{
    /// <summary>The row being changed; null for a new one.</summary>
    public HolidayRow? Row { get; init; }

    public DateOnly? On { get; set; }

    /// <summary>Last day of a new closure of several days.</summary>
    public DateOnly? Through { get; set; }

    public string? NameAr { get; set; }

    public string? NameEn { get; set; }

    public HolidayKind Kind { get; set; } = HolidayKind.EmergencyClosure;

    public string? SourceRef { get; set; }

    /// <summary>Why a day that has passed is changed.</summary>
    public string? Why { get; set; }

    /// <summary>Asks for a reason: the day it was, or the day it becomes, has passed.</summary>
    public bool IsPast(DateOnly today) => On < today || Row?.On < today;

    public HolidayForm ToForm() => new() { On = On, Through = Through, NameAr = NameAr, NameEn = NameEn, Kind = Kind, SourceRef = SourceRef };

    public HolidayPlan ToPlan(bool isRemoval) => Row is not { } row ? HolidayPlan.Add(ToForm())
        : isRemoval ? HolidayPlan.Remove(row.Id, row.Version)
        : HolidayPlan.Change(row.Id, row.Version, ToForm());

    public static HolidayDraft Of(HolidayRow row) =>
        new() { Row = row, On = row.On, NameAr = row.NameAr, NameEn = row.NameEn, Kind = row.Kind, SourceRef = row.SourceRef };
}
