namespace Mabarra.CaseManager.Intake.Replies;

/// <summary>The words of decisions and replies: <c>RepliesText.resx</c> (Arabic) and <c>RepliesText.en.resx</c>.</summary>
public sealed class RepliesText;
