namespace Mabarra.CaseManager.Intake;

/// <summary>Marker of reception's words (VisitsText.resx, Arabic; VisitsText.en.resx, English).</summary>
public sealed class VisitsText;
