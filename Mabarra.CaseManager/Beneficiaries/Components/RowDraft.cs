using Mabarra.CaseManager.Ui;
using Microsoft.Extensions.Localization;

namespace Mabarra.CaseManager.Beneficiaries.Components;

/// <summary>What a small form of a file's part keeps while it is being filled.</summary>
public sealed record RowDraft<TForm>
    where TForm : class, new()
{
    /// <summary>Made with the form: sent twice, it makes one row (C6).</summary>
    public Guid Key { get; init; } = Guid.CreateVersion7();

    /// <summary>The version the form was read at; empty for a new row.</summary>
    public Guid Version { get; init; }

    public TForm Form { get; init; } = new();
}

/// <summary>Choices made of the names of an enum.</summary>
internal static class EnumChoices
{
    public static IReadOnlyList<Choice<T?>> Of<T>(IStringLocalizer<RegistryText> words, string prefix)
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(v => new Choice<T?>(v, words[$"{prefix}.{v}"]))];
}
