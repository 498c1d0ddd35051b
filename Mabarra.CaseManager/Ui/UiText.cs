namespace Mabarra.CaseManager.Ui;

/// <summary>Marker of the kit's own words (UiText.resx, Arabic; UiText.en.resx, English).</summary>
public sealed class UiText;
