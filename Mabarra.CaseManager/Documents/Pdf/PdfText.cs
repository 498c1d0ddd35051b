using System.Globalization;
using System.Text;

namespace Mabarra.CaseManager.Documents.Pdf;

/// <summary>A stretch of text in one look.</summary>
/// <param name="Code">A number, phone, IBAN, e-mail or code: kept left-to-right as one piece inside an Arabic line (DOMAIN.md §2.2).</param>
public sealed record PdfRun(string Text, bool Bold = false, bool Code = false)
{
    public static implicit operator PdfRun(string text) => new(text);

    public static PdfRun Strong(string text) => new(text, Bold: true);

    public static PdfRun Ltr(string text, bool bold = false) => new(text, bold, Code: true);
}

/// <summary>The text of one paragraph or cell. A plain string is one; <see cref="Format"/> puts runs into a sentence from a resx.</summary>
public sealed record PdfText(params IReadOnlyList<PdfRun> Runs)
{
    public static PdfText Empty { get; } = new();

    public bool IsEmpty => Runs.All(run => string.IsNullOrWhiteSpace(run.Text));

    public string Plain => string.Concat(Runs.Select(run => run.Text));

    public static implicit operator PdfText(string? text) => string.IsNullOrEmpty(text) ? Empty : new(new PdfRun(text));

    public static implicit operator PdfText(PdfRun run) => new(run);

    /// <summary>A sentence with <c>{0}</c>, <c>{1}</c> …, each replaced by its run, so a number in it can be bold and left-to-right.</summary>
    public static PdfText Format(string format, params IReadOnlyList<PdfRun> values)
    {
        var parsed = CompositeFormat.Parse(format);
        if (parsed.MinimumArgumentCount > values.Count)
            throw new ArgumentException("The sentence names more values than it was given.", nameof(values));
        var runs = new List<PdfRun>();
        var rest = format.AsSpan();
        while (rest.IndexOf('{') is var open and >= 0)
        {
            var close = rest[open..].IndexOf('}') + open;
            if (open > 0)
                runs.Add(new PdfRun(rest[..open].ToString()));
            runs.Add(values[int.Parse(rest[(open + 1)..close], NumberStyles.None, CultureInfo.InvariantCulture)]);
            rest = rest[(close + 1)..];
        }
        if (!rest.IsEmpty)
            runs.Add(new PdfRun(rest.ToString()));
        return new PdfText(runs);
    }
}
