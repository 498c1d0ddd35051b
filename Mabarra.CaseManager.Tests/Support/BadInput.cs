namespace Mabarra.CaseManager.Tests.Support;

/// <summary>What sort of field a row of the catalogue is typed into.</summary>
public enum BadField
{
    PersonName,
    Line,
    Paragraph,
    UserName,
    Email,
    NationalId,
    Iban,
    Phone,
    HijriDate,
    GregorianDate,
    BirthDate,
    Amount,
    Search,
}

/// <summary>What has to come of it (RELIABILITY.md §2.5).</summary>
public enum BadOutcome
{
    /// <summary>Accepted in the form given as the row's value.</summary>
    Normalised,

    /// <summary>Refused with a message; nothing saved.</summary>
    Refused,

    /// <summary>Kept exactly as typed and shown inert.</summary>
    Accepted,

    /// <summary>Refused for its length, never cut.</summary>
    Limited,
}

/// <summary>One row: the catalogue's id, a word on what it is, and what is typed.</summary>
/// <param name="Value">The value kept, for <see cref="BadOutcome.Normalised"/>.</param>
public sealed record BadRow(string Id, string What, BadField Field, string Input, BadOutcome Outcome, string? Value = null)
{
    /// <summary>Shown as the test's name, so without the input itself.</summary>
    public string Name => $"{Id} {What} ({Field})";

    public override string ToString() => Name;
}

/// <summary>The bad-input catalogue for text, identity numbers, IBANs, phones, dates and amounts: one list for the kernel's theory and for every service's.</summary>
public static partial class BadInput
{
    private static readonly BadField[] Texts = [BadField.PersonName, BadField.Line, BadField.Paragraph];

    private static readonly BadField[] Numbers = [BadField.NationalId, BadField.Iban, BadField.Phone, BadField.Amount];

    public static IReadOnlyList<BadRow> All { get; } =
    [
        .. Directions(), .. Letters(), .. Everywhere(), .. Looks(), .. Codes(), .. Mail(),
        .. Ids(), .. Ibans(), .. Phones(), .. Dates(), .. Amounts(),
    ];

    /// <summary>The day the rows about birth dates count from.</summary>
    public static DateOnly Today { get; } = new(2026, 11, 23);

    /// <summary>The rows typed into one sort of field.</summary>
    public static IEnumerable<BadRow> For(BadField field) => All.Where(r => r.Field == field);

    /// <summary>Their names, for a theory; <see cref="Named"/> gives the row back.</summary>
    public static TheoryData<string> NamesFor(params BadField[] fields) =>
        new(All.Where(r => fields.Length == 0 || fields.Contains(r.Field)).Select(r => r.Name));

    public static BadRow Named(string name) => All.Single(r => r.Name.Equals(name, StringComparison.Ordinal));

    private static BadRow N(string id, string what, BadField field, string input, string value) => new(id, what, field, input, BadOutcome.Normalised, value);

    private static BadRow R(string id, string what, BadField field, string input) => new(id, what, field, input, BadOutcome.Refused);

    private static BadRow E(string id, string what, BadField field, string input) => new(id, what, field, input, BadOutcome.Accepted);

    private static BadRow L(string id, string what, BadField field, string input) => new(id, what, field, input, BadOutcome.Limited);

    private static IEnumerable<BadRow> Each(IEnumerable<BadField> fields, Func<BadField, BadRow> row) => fields.Select(row);
}
