namespace Mabarra.CaseManager.Committee;

/// <summary>Marker of the words of minutes (MinutesText.resx, Arabic; MinutesText.en.resx, English).</summary>
public sealed class MinutesText;
