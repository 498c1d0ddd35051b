using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Mabarra.CaseManager.Ui;

/// <summary>One column of a sheet.</summary>
/// <param name="Width">In characters, as Excel counts it.</param>
public sealed record SheetColumn(string Title, double Width);

/// <summary>
/// Writes one sheet row by row, straight into the compressed file: a hundred thousand rows take no more memory than ten (docs/adr/0020-spreadsheets.md).
/// Right-to-left, a bold frozen header with filters, texts as texts. It has no way to write a formula (B57).
/// </summary>
public sealed class SheetWriter : IAsyncDisposable
{
    /// <summary>Excel's own limit, the header among them.</summary>
    public const int MostRows = 1_048_576;

    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private readonly ZipArchive _file;
    private readonly Stream _part;
    private readonly XmlWriter _xml;
    private readonly int _columns;
    private int _rows;

    private SheetWriter(ZipArchive file, Stream part, int columns)
    {
        (_file, _part, _columns) = (file, part, columns);
        _xml = XmlWriter.Create(part, new XmlWriterSettings { Async = true, Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), NewLineHandling = NewLineHandling.Entitize });
    }

    /// <summary>Rows written, the header aside.</summary>
    public int Rows => _rows - 1;

    /// <param name="target">Stays open.</param>
    public static async Task<SheetWriter> BeginAsync(Stream target, string name, bool rightToLeft, IReadOnlyList<SheetColumn> columns)
    {
        var file = await ZipArchive.CreateAsync(target, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null);
        await SheetParts.WriteAsync(file, SheetText.Name(name));
        var entry = file.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Fastest);
        var writer = new SheetWriter(file, await entry.OpenAsync(), columns.Count);
        await writer.BeginAsync(rightToLeft, columns);
        return writer;
    }

    /// <param name="values">One a column: text, whole numbers, days, moments (UTC, shown on the Riyadh clock) or null.</param>
    /// <exception cref="InvalidOperationException">The sheet is full (B59).</exception>
    public async Task AddAsync(IReadOnlyList<object?> values)
    {
        if (values.Count != _columns)
            throw new ArgumentException("Not one value for each column.", nameof(values));
        BeginRow();
        for (var i = 0; i < values.Count; i++)
            Write(values[i], _rows, i);
        _xml.WriteEndElement();
        if (_rows % 200 == 0)
            await _xml.FlushAsync();
    }

    /// <summary>Ends the file. Without it the file is not one.</summary>
    public async Task EndAsync()
    {
        _xml.WriteEndElement();
        _xml.WriteStartElement("autoFilter", Main);
        _xml.WriteAttributeString("ref", $"A1:{Cell(_columns - 1, Math.Max(_rows, 1))}");
        _xml.WriteEndElement();
        await _xml.WriteEndDocumentAsync();
        await _xml.FlushAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _xml.DisposeAsync();
        await _part.DisposeAsync();
        await _file.DisposeAsync();
    }

    private async Task BeginAsync(bool rightToLeft, IReadOnlyList<SheetColumn> columns)
    {
        await _xml.WriteStartDocumentAsync(standalone: true);
        _xml.WriteStartElement("worksheet", Main);
        WriteView(rightToLeft);
        _xml.WriteStartElement("cols", Main);
        for (var i = 0; i < columns.Count; i++)
            WriteWidth(i + 1, columns[i].Width);
        _xml.WriteEndElement();
        _xml.WriteStartElement("sheetData", Main);
        BeginRow();
        for (var i = 0; i < columns.Count; i++)
            WriteText(columns[i].Title, _rows, i, SheetParts.HeaderStyle);
        _xml.WriteEndElement();
    }

    private void WriteView(bool rightToLeft)
    {
        _xml.WriteStartElement("sheetViews", Main);
        _xml.WriteStartElement("sheetView", Main);
        if (rightToLeft)
            _xml.WriteAttributeString("rightToLeft", "1");
        _xml.WriteAttributeString("workbookViewId", "0");
        _xml.WriteStartElement("pane", Main);
        _xml.WriteAttributeString("ySplit", "1");
        _xml.WriteAttributeString("topLeftCell", "A2");
        _xml.WriteAttributeString("activePane", "bottomLeft");
        _xml.WriteAttributeString("state", "frozen");
        _xml.WriteEndElement();
        _xml.WriteEndElement();
        _xml.WriteEndElement();
    }

    private void WriteWidth(int column, double width)
    {
        _xml.WriteStartElement("col", Main);
        var number = column.ToString(CultureInfo.InvariantCulture);
        _xml.WriteAttributeString("min", number);
        _xml.WriteAttributeString("max", number);
        _xml.WriteAttributeString("width", width.ToString(CultureInfo.InvariantCulture));
        _xml.WriteAttributeString("customWidth", "1");
        _xml.WriteEndElement();
    }

    private void BeginRow()
    {
        if (_rows >= MostRows)
            throw new InvalidOperationException("A sheet holds no more rows.");
        _rows++;
        _xml.WriteStartElement("row", Main);
        _xml.WriteAttributeString("r", _rows.ToString(CultureInfo.InvariantCulture));
    }

    private void Write(object? value, int row, int column)
    {
        switch (value)
        {
            case null or "":
                return;
            case DateOnly day:
                WriteNumber(day.ToDateTime(TimeOnly.MinValue).ToOADate(), row, column, SheetParts.DayStyle);
                return;
            case DateTime moment:
                WriteNumber(RiyadhTime.WallClock(moment).ToOADate(), row, column, SheetParts.MomentStyle);
                return;
            case int or long:
                WriteNumber(Convert.ToDouble(value, CultureInfo.InvariantCulture), row, column, SheetParts.PlainStyle);
                return;
            default:
                var text = Convert.ToString(value, CultureInfo.InvariantCulture)!;
                WriteText(text, row, column, SheetText.IsRisky(text) ? SheetParts.QuotedStyle : SheetParts.TextStyle);
                return;
        }
    }

    private void WriteText(string text, int row, int column, string style)
    {
        BeginCell(row, column, style, "inlineStr");
        _xml.WriteStartElement("is", Main);
        _xml.WriteStartElement("t", Main);
        _xml.WriteAttributeString("xml", "space", null, "preserve");
        _xml.WriteString(SheetText.Cell(text));
        _xml.WriteEndElement();
        _xml.WriteEndElement();
        _xml.WriteEndElement();
    }

    private void WriteNumber(double number, int row, int column, string style)
    {
        BeginCell(row, column, style, "n");
        _xml.WriteElementString("v", Main, number.ToString("R", CultureInfo.InvariantCulture));
        _xml.WriteEndElement();
    }

    private void BeginCell(int row, int column, string style, string type)
    {
        _xml.WriteStartElement("c", Main);
        _xml.WriteAttributeString("r", Cell(column, row));
        _xml.WriteAttributeString("s", style);
        _xml.WriteAttributeString("t", type);
    }

    /// <summary>A1, B1 … ZZ1: lists have far fewer columns.</summary>
    private static string Cell(int column, int row)
    {
        var letters = column < 26 ? $"{(char)('A' + column)}" : $"{(char)('A' + (column / 26) - 1)}{(char)('A' + (column % 26))}";
        return string.Create(CultureInfo.InvariantCulture, $"{letters}{row}");
    }
}
