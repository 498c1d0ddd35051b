using System.IO.Compression;
using System.Text;
using ClosedXML.Excel;
using Mabarra.CaseManager.Beneficiaries;
using Mabarra.CaseManager.Tests.Support;
using Mabarra.CaseManager.Ui;

namespace Mabarra.CaseManager.Tests.Beneficiaries.Importing;

/// <summary>Workbooks as people hand them in: good ones, and every kind that must not get in.</summary>
internal static class Workbooks
{
    /// <summary>A row that passes every rule, by heading.</summary>
    public static Dictionary<ImportField, string> Row(int n, params (ImportField Field, string Value)[] changes)
    {
        var row = new Dictionary<ImportField, string>
        {
            [ImportField.FirstName] = FirstNames[n % FirstNames.Length],
            [ImportField.FatherName] = FirstNames[(n / 7) % FirstNames.Length],
            [ImportField.GrandfatherName] = FirstNames[(n / 49) % FirstNames.Length],
            [ImportField.FamilyName] = Families[n % Families.Length],
            [ImportField.IdNumber] = Make.NationalIdOf(n),
            [ImportField.BirthOn] = new DateOnly(1950, 1, 1).AddDays(n * 13 % 18_000).ToString("dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture),
            [ImportField.Gender] = "أنثى",
            [ImportField.Mobile] = $"05{n:00000000}",
            [ImportField.Category] = "أرامل",
            [ImportField.City] = "المدينة المنورة",
            [ImportField.District] = "العزيزية",
        };
        foreach (var (field, value) in changes)
            row[field] = value;
        return row;
    }

    /// <summary>Written row by row, as an export is.</summary>
    public static async Task<MemoryStream> StreamedAsync(IEnumerable<IReadOnlyDictionary<ImportField, string>> rows)
    {
        var file = new MemoryStream();
        await using (var sheet = await SheetWriter.BeginAsync(file, "المستفيدون", rightToLeft: true, [.. Enum.GetValues<ImportField>().Select(f => new SheetColumn(Title(f), 18))]))
        {
            foreach (var row in rows)
                await sheet.AddAsync([.. Enum.GetValues<ImportField>().Select(f => row.GetValueOrDefault(f))]);
            await sheet.EndAsync();
        }
        file.Position = 0;
        return file;
    }

    public static Task<MemoryStream> StreamedAsync(params IReadOnlyDictionary<ImportField, string>[] rows) => StreamedAsync(rows.AsEnumerable());

    /// <summary>As Excel and ClosedXML save it, texts shared, after somebody did something to it.</summary>
    public static MemoryStream Saved(Action<IXLWorksheet> change, params IReadOnlyDictionary<ImportField, string>[] rows)
    {
        using var book = new XLWorkbook();
        var sheet = book.AddWorksheet("ورقة1");
        foreach (var field in Enum.GetValues<ImportField>())
        {
            sheet.Cell(1, (int)field + 1).SetValue(Title(field));
            for (var i = 0; i < rows.Length; i++)
            {
                if (rows[i].TryGetValue(field, out var value))
                    sheet.Cell(i + 2, (int)field + 1).SetValue(value);
            }
        }
        change(sheet);
        var file = new MemoryStream();
        book.SaveAs(file);
        file.Position = 0;
        return file;
    }

    /// <summary>A file of these parts and the fewest others a workbook has.</summary>
    public static MemoryStream Parts(params (string Name, string Content)[] parts)
    {
        var all = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["[Content_Types].xml"] = "<Types><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>",
            ["xl/workbook.xml"] = "<workbook xmlns:r=\"r\"><sheets><sheet name=\"a\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>",
            ["xl/_rels/workbook.xml.rels"] = "<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/></Relationships>",
            ["xl/worksheets/sheet1.xml"] = "<worksheet><sheetData/></worksheet>",
        };
        foreach (var (name, content) in parts)
            all[name] = content;
        return Zip(all.Select(p => (p.Key, Encoding.UTF8.GetBytes(p.Value))));
    }

    public static MemoryStream Zip(IEnumerable<(string Name, byte[] Content)> parts)
    {
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(content);
            }
        }
        file.Position = 0;
        return file;
    }

    public static string Title(ImportField field) => Words.Of<ImportText>($"column.{field}");

    private static readonly string[] FirstNames = ["نورة", "مها", "أمل", "هدى", "فاطمة", "آمنة", "سلمى", "عبدالله", "إبراهيم", "ياسر", "خالد", "ناصر", "صالح"];
    private static readonly string[] Families = ["العمري", "الحربي", "الغامدي", "الشهري", "الزهراني", "البلوي", "المطيري", "القحطاني", "السبيعي", "الرشيدي", "الجهني"];
}
