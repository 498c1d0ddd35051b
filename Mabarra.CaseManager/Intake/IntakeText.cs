namespace Mabarra.CaseManager.Intake;

/// <summary>The words of requests: <c>IntakeText.resx</c> (Arabic) and <c>IntakeText.en.resx</c>.</summary>
public sealed class IntakeText;
