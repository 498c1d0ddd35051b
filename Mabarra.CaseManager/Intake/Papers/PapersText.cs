namespace Mabarra.CaseManager.Intake.Papers;

/// <summary>The words of the papers a request gives rise to: <c>PapersText.resx</c> (Arabic) and <c>PapersText.en.resx</c>.</summary>
public sealed class PapersText;
