namespace Mabarra.CaseManager.Documents.Pdf;

/// <summary>Everything a document says in its body, in reading order and without its look: to be searched, compared or hashed.</summary>
public static class PdfDocumentText
{
    public static IEnumerable<string> Of(PdfDocumentModel model) =>
        new[] { model.Title, model.Subtitle.Plain }.Concat(model.Blocks.SelectMany(Of)).Where(text => text.Length > 0);

    private static IEnumerable<string> Of(PdfBlock block) => block switch
    {
        PdfHeading heading => [heading.Text.Plain],
        PdfParagraph paragraph => [paragraph.Text.Plain],
        PdfKeyValues grid => grid.Fields.SelectMany(Of),
        PdfTable table => table.Columns.Select(column => column.Header).Concat(table.Rows.SelectMany(row => row).Select(cell => cell.Plain)),
        PdfChecklist list => list.Items.SelectMany(item => new[] { item.Text.Plain, item.Note?.Plain ?? "" }),
        PdfNotice notice => [notice.Label.Plain, notice.Big.Plain, notice.Note?.Plain ?? ""],
        PdfSignatures signatures => signatures.Places.SelectMany(place => new[] { place.Role, place.Name.Plain }.Concat(place.Details.SelectMany(Of))),
        PdfImage image => [image.Caption?.Plain ?? ""],
        PdfQr code => [code.Caption.Plain],
        PdfTogether group => group.Blocks.SelectMany(Of),
        PdfColumns columns => columns.Columns.SelectMany(column => column.Blocks).SelectMany(Of),
        PdfSpacer or PdfPageBreak => [],
        _ => throw new NotSupportedException($"No text is known for {block.GetType().Name}."),
    };

    private static string[] Of(PdfField field) => [field.Label, field.Value.Plain];
}
