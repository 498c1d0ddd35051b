namespace Mabarra.CaseManager.PolicyLibrary;

/// <summary>Marker of the words about policies (LibraryText.resx, Arabic; LibraryText.en.resx, English).</summary>
public sealed class LibraryText;
