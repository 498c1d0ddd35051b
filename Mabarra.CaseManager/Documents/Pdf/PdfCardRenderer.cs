using Mabarra.CaseManager.Documents.Pdf.Layout;
using Mabarra.CaseManager.Documents.Pdf.Typesetting;
using SkiaSharp;

namespace Mabarra.CaseManager.Documents.Pdf;

/// <summary>Draws a <see cref="PdfDocumentModel"/> as a small card, A6 upright: name of the association, the blocks, and how to confirm it. For slips a visitor keeps in the hand.</summary>
public static class PdfCardRenderer
{
    private const float Width = PdfTheme.PageWidth / 2;
    private const float Height = PdfTheme.PageHeight / 2;
    private const float Margin = 24;
    private const float Body = Width - (2 * Margin);
    private const float Logo = 34;
    private const float BodyTop = Margin + Logo + 14;
    private const float FootTop = Height - 82;
    private const float Qr = 52;
    private const float Smaller = 0.08f;
    private const float Smallest = 0.5f;
    private static readonly TextStyle Name = new(10.5f, PdfTheme.Palm, Bold: true, Leading: 1.5f);
    private static readonly TextStyle Title = new(9.5f, PdfTheme.Muted, Leading: 1.5f);
    private static readonly TextStyle Code = new(8.5f, PdfTheme.Palm, Bold: true, Leading: 1.6f);
    private static readonly TextStyle Tiny = new(7.2f, PdfTheme.Muted, Leading: 1.5f);

    public static byte[] Render(PdfDocumentModel model)
    {
        using var fonts = new DocumentFonts();
        using var sheet = new Sheet(model, fonts);
        var (head, foot, watermark) = (Head(sheet, model), Foot(sheet, model), new PageFrame(sheet, model).Watermark());
        var (fitted, scale) = Fit(sheet, model);
        var pages = fitted.Select(page => (Action<SKCanvas>)(canvas =>
        {
            head(canvas);
            canvas.Save();
            canvas.Translate(Margin, BodyTop);
            canvas.Scale(scale);
            foreach (var placed in page)
                placed.Slab.Draw(canvas, 0, placed.Top);
            canvas.Restore();
            foot(canvas);
            // A6 is A4 by half.
            canvas.Save();
            canvas.Scale(0.5f);
            watermark(canvas);
            canvas.Restore();
        }));
        return PdfFinish.Of(PdfRenderer.Draw(pages, model, Width, Height), model);
    }

    /// <summary>A card is one page: what does not fit at its size is set smaller, on lines as much longer. Only what no size fits goes on another page.</summary>
    private static (IReadOnlyList<IReadOnlyList<PlacedSlab>> Pages, float Scale) Fit(Sheet sheet, PdfDocumentModel model)
    {
        for (var scale = 1f; ; scale -= Smaller)
        {
            var pages = Pagination.Fill([.. BlockSlabs.Of(sheet, model.Blocks, Body / scale)], 0, 0, (FootTop - 8 - BodyTop) / scale);
            if (pages.Count == 1 || scale - Smaller < Smallest)
                return (pages, scale);
        }
    }

    private static Action<SKCanvas> Head(Sheet sheet, PdfDocumentModel model)
    {
        const float room = Body - Logo - 10;
        var area = SKRect.Create(sheet.Left(Margin, Body, 0, Logo), Margin, Logo, Logo);
        var image = model.Letterhead.Logo is { } data ? sheet.Image(data, Logo, Logo) : null;
        var words = sheet.Text(model.Letterhead.Association, Name, room).Above(sheet.Text(model.Title, Title, room));
        return canvas =>
        {
            if (image is null)
                Emblem.Draw(canvas, area);
            else
                image.Draw(canvas, area.MidX - (image.Width / 2), area.MidY - (image.Height / 2));
            words.Draw(canvas, sheet.Left(Margin, Body, Logo + 10, room), Margin + Math.Max(0, (Logo - words.Height) / 2));
            Sheet.Rule(canvas, Margin, BodyTop - 7, Body, PdfTheme.Palm, 0.8f);
        };
    }

    private static Action<SKCanvas> Foot(Sheet sheet, PdfDocumentModel model)
    {
        const float room = Body - Qr - 10;
        var words = sheet.Text(sheet.Words.Verify, Tiny, room)
            .Above(sheet.Text(PdfRun.Ltr(model.VerifyCode), Code, room))
            .Above(sheet.Text(PdfRun.Ltr(model.Number), Tiny, room))
            .Above(sheet.Text(model.PrintedAt, Tiny, room));
        if (!string.IsNullOrWhiteSpace(model.Watermark))
            words = words.Above(sheet.Text(model.Watermark, Tiny with { Bold = true, Color = PdfTheme.Ink }, room));
        return canvas =>
        {
            Sheet.Rule(canvas, Margin, FootTop, Body, PdfTheme.Line, 0.8f);
            words.Draw(canvas, sheet.Left(Margin, Body, 0, room), FootTop + 6);
            QrDrawing.Draw(canvas, model.VerifyUrl, SKRect.Create(sheet.Left(Margin, Body, Body - Qr, Qr), FootTop + 8, Qr, Qr));
        };
    }
}
