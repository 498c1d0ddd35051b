namespace Mabarra.CaseManager.Ui;

/// <summary>One step of the way back to the home page.</summary>
public sealed record Crumb(string Text, string Href);
