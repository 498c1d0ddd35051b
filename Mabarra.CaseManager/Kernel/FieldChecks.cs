namespace Mabarra.CaseManager.Kernel;

/// <summary>
/// Gathers what is wrong with a form's fields, so that all messages show at once. Each call gives the cleaned value; for a refused one it gives an empty
/// stand-in, which never gets anywhere because <see cref="ThrowIfAny"/> follows.
/// <code>
/// var check = new FieldChecks();
/// var first = check.PersonName(form.FirstName, nameof(form.FirstName));
/// var iban = check.Optional(form.Iban, nameof(form.Iban), Iban.Check);
/// check.ThrowIfAny();
/// </code>
/// </summary>
public sealed class FieldChecks
{
    private readonly List<Breach> _breaches = [];

    public IReadOnlyList<Breach> Breaches => _breaches;

    public bool Any => _breaches.Count > 0;

    public string Line(string? input, string field, int max = CleanText.LineLimit, int min = 1) =>
        Take(CleanText.Line(input, max, min), field) ?? "";

    public string? OptionalLine(string? input, string field, int max = CleanText.LineLimit) =>
        Optional(input, field, i => CleanText.Line(i, max));

    public string Paragraph(string? input, string field, int max = CleanText.ParagraphLimit, int min = 1) =>
        Take(CleanText.Paragraph(input, max, min), field) ?? "";

    public string? OptionalParagraph(string? input, string field, int max = CleanText.ParagraphLimit) =>
        Optional(input, field, i => CleanText.Paragraph(i, max));

    public string PersonName(string? input, string field, bool latinAllowed = false) =>
        Take(CleanText.PersonName(input, latinAllowed), field) ?? "";

    /// <summary>A field that must be filled, by any of the Kernel's checks: <c>check.Required(form.Mobile, nameof(form.Mobile), SaudiPhone.CheckMobile)</c>.</summary>
    public string Required(string? input, string field, Func<string?, Checked<string>> check) => Take(check(input), field) ?? "";

    /// <summary>As above for values that are not text: amounts, dates.</summary>
    public T Required<T>(string? input, string field, Func<string?, Checked<T>> check)
        where T : struct => Take(check(input), field);

    /// <summary>A field that may stay empty, which gives null.</summary>
    public string? Optional(string? input, string field, Func<string?, Checked<string>> check) =>
        CleanText.IsBlank(input) ? null : Take(check(input), field);

    /// <summary>As above for values that are not text.</summary>
    public T? OptionalValue<T>(string? input, string field, Func<string?, Checked<T>> check)
        where T : struct => CleanText.IsBlank(input) ? null : Take(check(input), field);

    /// <summary>Notes the refusal, if it is one.</summary>
    public T? Take<T>(Checked<T> result, string? field)
        where T : notnull
    {
        if (result.Refusal is { } refusal)
            Add(refusal.Code, field, refusal.Args);
        return result.ValueOrDefault;
    }

    /// <summary>Notes a breach of the area's own rule.</summary>
    public void Add(string code, string? field = null, params IReadOnlyList<object> args) => _breaches.Add(new Breach(code, field, args));

    /// <summary>Notes a breach unless the rule holds.</summary>
    public void That(bool holds, string code, string? field = null, params IReadOnlyList<object> args)
    {
        if (!holds)
            Add(code, field, args);
    }

    /// <exception cref="RuleViolation">Something was noted.</exception>
    public void ThrowIfAny()
    {
        if (Any)
            throw new RuleViolation(_breaches);
    }
}
