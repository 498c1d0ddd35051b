using System.Globalization;
using Mabarra.CaseManager.Ui;

namespace Mabarra.CaseManager.Beneficiaries;

/// <summary>
/// What is wrong as a workbook: the broken rows as they came, with two columns that say where each stood and what to put right. Mended, it can be handed in as it is.
/// </summary>
internal static class ImportErrors
{
    private const int Step = 500;

    /// <param name="text">The words of a broken rule.</param>
    public static async Task<int> WriteAsync(Stream target, ImportQueries imports, Act act, Guid id, Func<Breach, string> text, CultureInfo culture, CancellationToken cancel)
    {
        List<SheetColumn> columns =
        [
            new(ImportWords.Word("errors.row", culture), 10),
            new(ImportWords.Word("errors.what", culture), 60),
            .. ImportFields.All.Select(f => new SheetColumn(ImportWords.Title(f, culture), 18)),
        ];
        await using var sheet = await SheetWriter.BeginAsync(target, ImportWords.Word("template.sheet", culture), AppCulture.IsArabic(culture), columns);
        for (var after = 0; ;)
        {
            var rows = await imports.LeftOutAsync(act, id, after, Step, cancel);
            if (rows.Count == 0)
                break;
            foreach (var (no, content) in rows)
                await sheet.AddAsync([no, What(content, text, culture), .. content.Cells]);
            after = rows[^1].No;
        }
        await sheet.EndAsync();
        return sheet.Rows;
    }

    private static string What(RowContent content, Func<Breach, string> text, CultureInfo culture) => string.Join(
        '\n', content.Problems.Select(p => $"{ImportWords.Title(p.Field, culture)}: {text(new Breach(p.Code, null, [.. p.Args]))}"));
}
