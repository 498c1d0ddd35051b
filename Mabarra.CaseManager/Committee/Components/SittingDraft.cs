using System.Globalization;

namespace Mabarra.CaseManager.Committee.Components;

/// <summary>A sitting while it is being typed.</summary>
public sealed class SittingDraft
{
    public DateOnly? On { get; set; }

    public string? Time { get; set; } = "10:00";

    public string? Place { get; set; }

    public SittingMode Mode { get; set; }

    public static SittingDraft Of(Sitting sitting) => new()
    {
        On = RiyadhTime.DayOf(sitting.StartsAt),
        Time = RiyadhTime.WallClock(sitting.StartsAt).ToString("HH:mm", CultureInfo.InvariantCulture),
        Place = sitting.Place,
        Mode = sitting.Mode,
    };

    public SittingForm ToForm() => new() { On = On, Time = Time, Place = Place, Mode = Mode };
}
