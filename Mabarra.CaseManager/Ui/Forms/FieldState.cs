namespace Mabarra.CaseManager.Ui;

/// <summary>What a <see cref="FieldShell"/> tells the input inside it.</summary>
/// <param name="DescribedBy">For <c>aria-describedby</c>.</param>
/// <param name="Invalid">For <c>aria-invalid</c>: "true" or nothing.</param>
public sealed record FieldState(string? DescribedBy, string? Invalid);
