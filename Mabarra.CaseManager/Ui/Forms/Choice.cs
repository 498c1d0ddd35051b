namespace Mabarra.CaseManager.Ui;

/// <summary>One of the answers a select or radio field offers.</summary>
public sealed record Choice<T>(T Value, string Text, string? Hint = null, bool Disabled = false);
