namespace Mabarra.CaseManager.Holidays;

/// <summary>Marker of the words about days off (HolidaysText.resx, Arabic; HolidaysText.en.resx, English).</summary>
public sealed class HolidaysText;
