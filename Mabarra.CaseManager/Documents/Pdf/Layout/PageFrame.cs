using System.Globalization;
using Mabarra.CaseManager.Documents.Pdf.Typesetting;
using SkiaSharp;

namespace Mabarra.CaseManager.Documents.Pdf.Layout;

/// <summary>What stands round the body: letterhead, foot and watermark (DOMAIN.md part 8).</summary>
internal sealed class PageFrame(Sheet sheet, PdfDocumentModel model)
{
    private const float Left = PdfTheme.Margin;
    private const float Width = PdfTheme.BodyWidth;
    private const float Top = 36;
    private const float Logo = 74;
    private const float Side = 190;
    private const float FootTop = PdfTheme.PageHeight - 96;
    private const float QrSize = 60;
    private static readonly TextStyle Quiet = new(9, PdfTheme.Ink, Leading: 1.65f);
    private static readonly TextStyle Name = new(12.5f, PdfTheme.Palm, Bold: true, Leading: 1.6f);

    public void Head(SKCanvas canvas, int page)
    {
        if (page == 1)
            FullHead(canvas);
        else
            CompactHead(canvas);
    }

    /// <summary>Over the body, so that no tinted box hides it; pale enough to read through.</summary>
    public void Watermark(SKCanvas canvas)
    {
        if (string.IsNullOrWhiteSpace(model.Watermark))
            return;
        const float diagonal = 620;
        var measure = sheet.Typesetter.Lines(model.Watermark, new TextStyle(1, PdfTheme.Watermark, Bold: true), 100_000)[0].Width;
        var style = new TextStyle(Math.Min(58, diagonal / Math.Max(measure, 1)), PdfTheme.Watermark, Bold: true);
        var line = sheet.Typesetter.Lines(model.Watermark, style, 100_000)[0];
        canvas.Save();
        canvas.Translate(PdfTheme.PageWidth / 2, PdfTheme.PageHeight / 2);
        canvas.RotateDegrees(-52);
        line.Draw(canvas, -line.Width / 2, -style.LineHeight / 2);
        canvas.Restore();
    }

    /// <summary>Start: kingdom, association, supervising body, registration. Centre: logo. End: number, both dates, enclosures.</summary>
    private void FullHead(SKCanvas canvas)
    {
        var head = model.Letterhead;
        var identity = sheet.Text(sheet.Words.Kingdom, Quiet, Side).Above(sheet.Text(head.Association, Name, Side));
        if (!string.IsNullOrWhiteSpace(head.SupervisedBy))
            identity = identity.Above(sheet.Text(head.SupervisedBy, Quiet, Side));
        identity = identity.Above(sheet.Text(PdfText.Format(sheet.Words.Registered, PdfRun.Ltr(head.LicenceNumber)), Quiet, Side));
        identity.Draw(canvas, sheet.Left(Left, Width, 0, Side), Top);

        DrawLogo(canvas, SKRect.Create((PdfTheme.PageWidth - Logo) / 2, Top, Logo, Logo));

        const float reference = 158;
        var left = sheet.Left(Left, Width, Width - reference, reference);
        var y = Top + 2;
        foreach (var (label, value) in References())
        {
            var text = sheet.Text(value, Quiet, reference - 52);
            sheet.Text(label, Quiet with { Color = PdfTheme.Muted }, 52).Draw(canvas, sheet.Left(left, reference, 0, 52), y);
            text.Draw(canvas, sheet.Left(left, reference, 52, reference - 52), y);
            y += text.Height;
        }
        DoubleRule(canvas, PdfTheme.FirstBodyTop - 24);
    }

    private (string Label, PdfText Value)[] References() =>
    [
        (sheet.Words.Number, PdfRun.Ltr(model.Number, bold: true)),
        (sheet.Words.Date, model.DateHijri),
        (sheet.Words.Corresponding, model.DateGregorian),
        (sheet.Words.Enclosures, model.Enclosures ?? "—"),
    ];

    private void CompactHead(SKCanvas canvas)
    {
        const float mark = 22;
        DrawLogo(canvas, SKRect.Create(sheet.Left(Left, Width, 0, mark), Top, mark, mark));
        var style = Quiet with { Bold = true, Color = PdfTheme.Palm };
        Single(canvas, model.Letterhead.Association, style, mark + 8, 200, Top + 3, PdfAlign.Start);
        Single(canvas, model.Title, Quiet, 190, Width - 310, Top + 3, PdfAlign.Center);
        Single(canvas, PdfRun.Ltr(model.Number), Quiet, Width - 120, 120, Top + 3, PdfAlign.End);
        Sheet.Rule(canvas, Left, Top + mark + 8, Width, PdfTheme.Palm, 0.8f);
    }

    public void Foot(SKCanvas canvas, int page, int pages)
    {
        DoubleRule(canvas, FootTop);
        var top = FootTop + 9;
        QrDrawing.Draw(canvas, model.VerifyUrl, SKRect.Create(sheet.Left(Left, Width, Width - QrSize, QrSize), top, QrSize, QrSize));
        const float verify = 148;
        var start = Width - QrSize - 10 - verify;
        var code = sheet.Text(sheet.Words.Verify, PdfTheme.Foot, verify, PdfAlign.End)
            .Above(sheet.Text(PdfRun.Ltr(model.VerifyCode), new TextStyle(9.5f, PdfTheme.Palm, Bold: true, Leading: 1.6f), verify, PdfAlign.End))
            .Above(sheet.Text(PdfRun.Ltr(Address()), PdfTheme.Foot with { Size = 6.8f }, verify, PdfAlign.End));
        code.Draw(canvas, sheet.Left(Left, Width, start, verify), top);

        var room = start - 12;
        var now = CultureInfo.InvariantCulture;
        var lines = sheet.Text(PdfText.Format(sheet.Words.Page, page.ToString(now), pages.ToString(now)), PdfTheme.Foot with { Color = PdfTheme.Ink, Bold = true, Size = 8.5f }, room)
            .Above(sheet.Text(Identity(), PdfTheme.Foot, room))
            .Above(sheet.Text(Contacts(), PdfTheme.Foot, room));
        lines.Draw(canvas, sheet.Left(Left, Width, 0, room), top);
    }

    private PdfText Identity() => Joined(
    [
        (sheet.Words.DocumentNumber, PdfRun.Ltr(model.Number)),
        (sheet.Words.Version, PdfRun.Ltr(model.Version)),
        (null, new PdfRun(model.PrintedAt)),
    ]);

    private PdfText Contacts()
    {
        var head = model.Letterhead;
        (string?, string?)[] all = [(sheet.Words.Phone, head.Phone), (sheet.Words.Fax, head.Fax), (sheet.Words.Website, head.Website), (sheet.Words.Email, head.Email)];
        return Joined([.. all.Where(pair => !string.IsNullOrWhiteSpace(pair.Item2)).Select(pair => (pair.Item1, PdfRun.Ltr(pair.Item2!)))]);
    }

    /// <summary>«label value · label value»; a pair stays on one line.</summary>
    private static PdfText Joined(IReadOnlyList<(string? Label, PdfRun Value)> pairs)
    {
        var runs = new List<PdfRun>();
        foreach (var (label, value) in pairs)
        {
            if (runs.Count > 0)
                runs.Add("  ·  ");
            if (label is not null)
                runs.Add(label.Replace(' ', '\u00A0') + "\u00A0");
            runs.Add(value);
        }
        return new PdfText(runs);
    }

    private string Address() => Uri.TryCreate(model.VerifyUrl, UriKind.Absolute, out var uri) ? uri.Host : "";

    private void Single(SKCanvas canvas, PdfText text, TextStyle style, float start, float width, float top, PdfAlign align) =>
        sheet.Text(text, style, width, align).Draw(canvas, sheet.Left(Left, Width, start, width), top, 0, 1);

    private void DrawLogo(SKCanvas canvas, SKRect area)
    {
        if (model.Letterhead.Logo is not { } data)
        {
            Emblem.Draw(canvas, area);
            return;
        }
        using var image = PictureSlabs.Decode(data);
        if (image is null)
            return;
        var (w, h) = PictureSlabs.Fit(image, area.Width, area.Height);
        PictureSlabs.Draw(canvas, data, SKRect.Create(area.MidX - (w / 2), area.MidY - (h / 2), w, h));
    }

    /// <summary>A green line with a short amber one upon its middle: the paper's only ornament.</summary>
    private static void DoubleRule(SKCanvas canvas, float y)
    {
        Sheet.Rule(canvas, Left, y, Width, PdfTheme.Palm, 0.8f);
        Sheet.Rule(canvas, (PdfTheme.PageWidth / 2) - 26, y, 52, PdfTheme.Amber, 2.2f);
    }
}
