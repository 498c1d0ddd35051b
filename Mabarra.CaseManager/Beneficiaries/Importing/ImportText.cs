namespace Mabarra.CaseManager.Beneficiaries;

/// <summary>Marker of the words of importing a registry: its pages, the template's headings and hints (ImportText.resx, Arabic; ImportText.en.resx, English).</summary>
public sealed class ImportText;
