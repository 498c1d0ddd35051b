using System.Globalization;
using Mabarra.CaseManager.Documents.Pdf.Typesetting;
using SkiaSharp;

namespace Mabarra.CaseManager.Documents.Pdf.Layout;

/// <summary>
/// What stands round the body: letterhead, foot and watermark (DOMAIN.md part 8).
/// Each method sets its text at once and returns the drawing, because the faces are cut after all text is set.
/// </summary>
internal sealed class PageFrame(Sheet sheet, PdfDocumentModel model)
{
    private const float Left = PdfTheme.Margin;
    private const float Width = PdfTheme.BodyWidth;
    private const float Top = 34;
    private const float Logo = 70;
    private const float Side = 190;
    private const float Reference = 164;
    private const float HeadRule = PdfTheme.FirstBodyTop - 22;
    private const float FootTop = PdfTheme.PageHeight - 92;
    private const float QrSize = 58;
    private static readonly TextStyle Quiet = new(9, PdfTheme.Ink, Leading: 1.6f);
    private static readonly TextStyle Name = new(12.5f, PdfTheme.Palm, Bold: true, Leading: 1.55f);

    public Action<SKCanvas> Head(int page) => page == 1 ? FullHead() : CompactHead();

    /// <summary>Page count, document number, version, print time and contacts at the start; verification code and its square at the end.</summary>
    public Action<SKCanvas> Foot(int page, int pages)
    {
        const float verify = 140, start = Width - QrSize - 10 - verify, room = start - 10, top = FootTop + 8;
        var code = sheet.Text(sheet.Words.Verify, PdfTheme.Foot, verify, PdfAlign.End)
            .Above(sheet.Text(PdfRun.Ltr(model.VerifyCode), new TextStyle(9.5f, PdfTheme.Palm, Bold: true, Leading: 1.6f), verify, PdfAlign.End))
            .Above(sheet.Text(PdfRun.Ltr(Address()), PdfTheme.Foot with { Size = 6.8f }, verify, PdfAlign.End));
        var now = CultureInfo.InvariantCulture;
        var count = PdfText.Format(sheet.Words.Page, page.ToString(now), pages.ToString(now));
        if (!string.IsNullOrWhiteSpace(model.Watermark))
            count = new PdfText([.. count.Runs, "    " + model.Watermark]);
        var lines = sheet.Text(count, PdfTheme.Foot with { Color = PdfTheme.Ink, Bold = true, Size = 8.5f }, room)
            .Above(sheet.Text(Identity(), PdfTheme.Foot, room))
            .Above(sheet.Text(Contacts(), PdfTheme.Foot, room));
        return canvas =>
        {
            DoubleRule(canvas, FootTop);
            lines.Draw(canvas, sheet.Left(Left, Width, 0, room), top);
            code.Draw(canvas, sheet.Left(Left, Width, start, verify), top);
            QrDrawing.Draw(canvas, model.VerifyUrl, SKRect.Create(sheet.Left(Left, Width, Width - QrSize, QrSize), top, QrSize, QrSize));
        };
    }

    /// <summary>Over the body, so that no tinted box hides it; pale enough to read through. Outlines, not text: the words stand in the foot for programs to read.</summary>
    public Action<SKCanvas> Watermark()
    {
        if (string.IsNullOrWhiteSpace(model.Watermark))
            return _ => { };
        const float diagonal = 620, endless = 100_000;
        var measure = sheet.Typesetter.Lines(model.Watermark, new TextStyle(1, PdfTheme.Watermark, Bold: true), endless)[0].Width;
        var style = new TextStyle(Math.Min(58, diagonal / Math.Max(measure, 1)), PdfTheme.Watermark, Bold: true);
        var line = sheet.Typesetter.Lines(model.Watermark, style, endless)[0];
        return canvas =>
        {
            canvas.Save();
            canvas.Translate(PdfTheme.PageWidth / 2, PdfTheme.PageHeight / 2);
            canvas.RotateDegrees(-52);
            line.DrawOutlines(canvas, -line.Width / 2, -style.LineHeight / 2);
            canvas.Restore();
        };
    }

    /// <summary>Start: kingdom, association, supervising body, registration. Centre: logo. End: number, both dates, enclosures.</summary>
    private Action<SKCanvas> FullHead()
    {
        var head = model.Letterhead;
        var identity = sheet.Text(sheet.Words.Kingdom, Quiet, Side).Above(sheet.Text(head.Association, Name, Side));
        if (!string.IsNullOrWhiteSpace(head.SupervisedBy))
            identity = identity.Above(sheet.Text(head.SupervisedBy, Quiet, Side));
        identity = identity.Above(sheet.Text(PdfText.Format(sheet.Words.Registered, PdfRun.Ltr(head.LicenceNumber)), Quiet, Side));
        var references = References();
        var logo = LogoAt(SKRect.Create((PdfTheme.PageWidth - Logo) / 2, Top, Logo, Logo));
        return canvas =>
        {
            identity.Draw(canvas, sheet.Left(Left, Width, 0, Side), Top);
            logo(canvas);
            references(canvas);
            DoubleRule(canvas, HeadRule);
        };
    }

    private Action<SKCanvas> References()
    {
        (string Label, PdfText Value)[] rows =
        [
            (sheet.Words.Number, PdfRun.Ltr(model.Number, bold: true)),
            (sheet.Words.Date, model.DateHijri),
            (sheet.Words.Corresponding, model.DateGregorian),
            (sheet.Words.Enclosures, model.Enclosures ?? "—"),
        ];
        var label = rows.Max(row => sheet.Typesetter.Lines(row.Label, Quiet, Side)[0].Width) + 12;
        var set = rows.Select(row => (
            Label: sheet.Text(row.Label, Quiet with { Color = PdfTheme.Muted }, label),
            Value: sheet.Text(row.Value, Quiet, Reference - label))).ToList();
        var left = sheet.Left(Left, Width, Width - Reference, Reference);
        return canvas =>
        {
            var y = Top + 2;
            foreach (var row in set)
            {
                row.Label.Draw(canvas, sheet.Left(left, Reference, 0, label), y);
                row.Value.Draw(canvas, sheet.Left(left, Reference, label, Reference - label), y);
                y += row.Value.Height;
            }
        };
    }

    private Action<SKCanvas> CompactHead()
    {
        const float mark = 22, side = 180;
        var logo = LogoAt(SKRect.Create(sheet.Left(Left, Width, 0, mark), Top - 2, mark, mark));
        var association = sheet.Text(model.Letterhead.Association, Quiet with { Bold = true, Color = PdfTheme.Palm }, side - mark - 8);
        var title = sheet.Text(model.Title, Quiet, Width - (2 * side), PdfAlign.Center);
        var number = sheet.Text(PdfRun.Ltr(model.Number), Quiet, side, PdfAlign.End);
        return canvas =>
        {
            logo(canvas);
            association.Draw(canvas, sheet.Left(Left, Width, mark + 8, side - mark - 8), Top + 2, 0, 1);
            title.Draw(canvas, Left + side, Top + 2, 0, 1);
            number.Draw(canvas, sheet.Left(Left, Width, Width - side, side), Top + 2, 0, 1);
            Sheet.Rule(canvas, Left, Top + mark + 6, Width, PdfTheme.Palm, 0.8f);
        };
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

    /// <summary>«label value    label value»; a pair stays on one line.</summary>
    private static PdfText Joined(IReadOnlyList<(string? Label, PdfRun Value)> pairs)
    {
        var runs = new List<PdfRun>();
        foreach (var (label, value) in pairs)
        {
            if (runs.Count > 0)
                runs.Add("    ");
            if (label is not null)
                runs.Add(label.Replace(' ', '\u00A0') + "\u00A0");
            runs.Add(label is null ? value with { Text = value.Text.Replace(' ', '\u00A0') } : value);
        }
        return new PdfText(runs);
    }

    private string Address() => Uri.TryCreate(model.VerifyUrl, UriKind.Absolute, out var uri) ? uri.Host : "";

    /// <summary>The association's own image, or the emblem.</summary>
    private Action<SKCanvas> LogoAt(SKRect area)
    {
        if (model.Letterhead.Logo is not { } data || sheet.Image(data, area.Width, area.Height) is not { } image)
            return canvas => Emblem.Draw(canvas, area);
        return canvas => image.Draw(canvas, area.MidX - (image.Width / 2), area.MidY - (image.Height / 2));
    }

    /// <summary>A green line with a short amber one upon its middle: the paper's only ornament.</summary>
    private static void DoubleRule(SKCanvas canvas, float y)
    {
        Sheet.Rule(canvas, Left, y, Width, PdfTheme.Palm, 0.8f);
        Sheet.Rule(canvas, (PdfTheme.PageWidth / 2) - 26, y, 52, PdfTheme.Amber, 2.2f);
    }
}
