namespace Mabarra.CaseManager.Committee;

/// <summary>Marker of the committees' words (CommitteeText.resx, Arabic; CommitteeText.en.resx, English).</summary>
public sealed class CommitteeText;
