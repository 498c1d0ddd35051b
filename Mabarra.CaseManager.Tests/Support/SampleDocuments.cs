using Mabarra.CaseManager.Documents.Pdf;
using SkiaSharp;

namespace Mabarra.CaseManager.Tests.Support;

/// <summary>Documents 2, 3 and 4 of DOMAIN.md part 8 with made-up people of its part 7: what the frame is judged by, and a pattern for the real builders.</summary>
public static class SampleDocuments
{
    public const string DueOn = "الاثنين 5 رجب 1448هـ الموافق 14 ديسمبر 2026م";
    public const string RequestNumber = "REQ-2026-00042";
    public const string NationalId = "1099000018";
    public const string Iban = "SA67 8000 0000 9900 0000 0001";
    private static readonly DateTime At = new(2026, 11, 23, 8, 15, 0, DateTimeKind.Utc);

    public static IEnumerable<(string Name, PdfDocumentModel Model)> All =>
    [
        ("request-form", RequestForm()),
        ("requirements-sheet", RequirementsSheet()),
        ("receipt-slip", ReceiptSlip()),
        ("deficiency-notice", DeficiencyNotice()),
        ("receipt-slip-en", ReceiptSlipEnglish()),
    ];

    public static PdfDocumentModel Blank(params IReadOnlyList<PdfBlock> blocks) => new()
    {
        Title = "وثيقة",
        Number = "DOC-1",
        Version = "1",
        Letterhead = new PdfLetterhead { Association = "جمعية مبرة التطوعية", LicenceNumber = "1072" },
        DateHijri = "13 جمادى الآخرة 1448هـ",
        DateGregorian = "23 نوفمبر 2026م",
        VerifyUrl = "https://www.mbrh.org/verify/7KQF-2M9X-RT4W",
        VerifyCode = "7KQF-2M9X-RT4W",
        PrintedAt = "طُبعت 23 نوفمبر 2026م 11:15",
        CreatedAt = At,
        Blocks = blocks,
    };

    public static PdfLetterhead Letterhead { get; } = new()
    {
        Association = "جمعية مبرة التطوعية",
        SupervisedBy = "المركز الوطني لتنمية القطاع غير الربحي",
        LicenceNumber = "1072",
        Phone = "0110000101",
        Fax = "0110000102",
        Website = "www.mbrh.org",
        Email = "info@example.com",
    };

    public static PdfDocumentModel ReceiptSlip() => Blank(
        new PdfNotice("آخر موعد للرد على طلبكم", DueOn, PdfText.Format("خمسة عشر يوم عمل من تاريخ اكتمال الطلب: {0}", PdfRun.Strong("الاثنين 13 جمادى الآخرة 1448هـ الموافق 23 نوفمبر 2026م"))),
        new PdfKeyValues(
        [
            new("رقم الطلب", PdfRun.Ltr(RequestNumber, bold: true)),
            new("الخدمة", "سداد إيجار"),
            new("المستفيدة", "نورة سعد فهد العمري"),
            new("رقم الهوية", PdfRun.Ltr(NationalId)),
            new("الوسيلة المتفق عليها للرد", PdfText.Format("الاتصال الهاتفي على {0}", PdfRun.Ltr("0500000101"))),
            new("ضابط الاتصال", PdfText.Format("مها عبدالرحمن علي الحربي، هاتف {0}", PdfRun.Ltr("011 000 0101"))),
        ]),
        new PdfHeading("المستندات المستلمة حتى 23 نوفمبر 2026م"),
        new PdfChecklist(
        [
            new("هوية صاحب الطلب", PdfMark.Done),
            new("سجل الأسرة", PdfMark.Done),
            new("إثبات الدخل (مشهد الضمان الاجتماعي)", PdfMark.Done),
            new("العنوان الوطني", PdfMark.Done),
            new("شهادة الآيبان باسم المستفيد", PdfMark.Done),
            new("عقد إيجار إلكتروني موثق (إيجار)", PdfMark.Done),
            new("صك حصر ورثة", PdfMark.NotNeeded, "معفى: ثابت لدى الجمعية"),
            new("إقرار صحة البيانات", PdfMark.Done),
        ], Columns: 2),
        new PdfParagraph("يُعرض طلبكم على اللجنة المختصة لدراسته، وستُبلَّغون بما يتم حياله عبر الوسيلة المتفق عليها في موعد أقصاه التاريخ المبيّن أعلاه. يمكنكم متابعة الطلب أو تقديم شكوى في أي وقت برقم الطلب من الرابطين أدناه."),
        new PdfColumns(
            new PdfColumnOfBlocks([new PdfQr("https://www.mbrh.org/track/REQ-2026-00042", new PdfText(PdfRun.Strong("متابعة الطلب"), "\n", PdfRun.Ltr("www.mbrh.org/track")), 46)]),
            new PdfColumnOfBlocks([new PdfQr("https://www.mbrh.org/complaint", new PdfText(PdfRun.Strong("تقديم شكوى"), "\n", PdfRun.Ltr("www.mbrh.org/complaint")), 46)])),
        new PdfSignatures(
            new PdfSignature("توقيع الموظف المستلم", "ياسر عبدالعزيز راشد الرشيدي", Scribble(3), [new("التاريخ", "23 نوفمبر 2026م")]),
            new PdfSignature("استلمتُ هذا الإشعار (المستفيدة)", "نورة سعد فهد العمري", null, [new("التاريخ", "")]))) with
    {
        Title = "إشعار استلام ومراجعة",
        Number = "RCP-2026-00042",
        Version = "3",
        Letterhead = Letterhead,
        Enclosures = "كشف الاشتراطات",
        Watermark = "بيانات تجريبية غير حقيقية",
    };

    public static PdfDocumentModel DeficiencyNotice() => Blank(
        new PdfNotice("طلبكم غير مكتمل", "لا تبدأ المدة إلا باكتمال الطلب", "نأمل استكمال النواقص المبينة أدناه، وعندها يُسلَّم لكم إشعار بآخر موعد للرد.", PdfTone.Attention),
        new PdfKeyValues(
        [
            new("رقم الطلب", PdfRun.Ltr("REQ-2026-00043", bold: true)),
            new("الخدمة", "سداد فواتير كهرباء/ماء"),
            new("المستفيدة", "هدى محمد ناصر الشهري"),
            new("رقم الهوية", PdfRun.Ltr("1099000042")),
        ]),
        new PdfHeading("النواقص"),
        new PdfChecklist(
        [
            new("صورة فاتورة حديثة", PdfMark.Missing, PdfText.Format("الفاتورة المقدمة رقم {0} أقدم من 90 يومًا", PdfRun.Ltr("3001-554-0092"))),
            new("شهادة الآيبان باسم المستفيد", PdfMark.Missing),
        ]),
        new PdfHeading("ما استُلم"),
        new PdfChecklist([new("هوية صاحب الطلب", PdfMark.Done), new("سجل الأسرة", PdfMark.Done), new("العنوان الوطني", PdfMark.Done), new("إقرار صحة البيانات", PdfMark.Done)], Columns: 2),
        new PdfParagraph(PdfText.Format("للاستفسار: ضابط الاتصال مها عبدالرحمن علي الحربي، هاتف {0}، أو البريد {1}.", PdfRun.Ltr("011 000 0101"), PdfRun.Ltr("info@example.com"))),
        new PdfSignatures(
            new PdfSignature("الموظف", "ياسر عبدالعزيز راشد الرشيدي", Scribble(5), [new("التاريخ", "23 نوفمبر 2026م")]),
            new PdfSignature("المستفيدة", "هدى محمد ناصر الشهري"))) with
    {
        Title = "إشعار نواقص",
        Number = "DEF-2026-00043",
        Version = "3",
        Letterhead = Letterhead,
    };

    public static PdfDocumentModel RequirementsSheet() => Blank(
        new PdfNotice("مدة الرد", "(15) يوم عمل من تاريخ اكتمال الطلب", "ولا تبدأ المدة إلا باستلام جميع المتطلبات الإلزامية وتوقيع الإقرار."),
        new PdfKeyValues(
        [
            new("الفئات المستحقة", "أرامل، مطلقات، مهجورات، أسر السجناء، محدودو الدخل", Wide: true),
            new("اللجنة المختصة", "لجنة دراسة طلبات المستفيدين"),
            new("ضابط الاتصال", PdfText.Format("مها عبدالرحمن علي الحربي، {0}", PdfRun.Ltr("0500000150"))),
        ]),
        new PdfHeading("المتطلبات"),
        new PdfTable(
            [new("م", 0.5f, PdfAlign.Center), new("المتطلب", 4), new("طريقة الاستلام", 2), new("الصلاحية", 1.6f), new("ملاحظات", 3)],
            [
                ["1", "هوية صاحب الطلب", "أصل للاطلاع", "سارية", "لا تُحفظ صورة الهوية"],
                ["2", "سجل الأسرة", "أصل للاطلاع", "—", ""],
                ["3", "إثبات الدخل: تعريف راتب أو مشهد تقاعد أو تأمينات أو الضمان", "صورة", "90 يومًا", "لكل مصدر دخل مشهد مستقل"],
                ["4", "العنوان الوطني", "تحقق إلكتروني", "—", PdfText.Format("الرمز المختصر مثل {0}", PdfRun.Ltr("DEMA1001"))],
                ["5", "شهادة الآيبان باسم المستفيد", "صورة", "—", PdfText.Format("مثل {0}", PdfRun.Ltr(Iban))],
                ["6", "عقد إيجار إلكتروني موثق (إيجار)", "صورة", "ساري", "باسم المستفيد أو رب الأسرة"],
                ["7", "بيان المتأخرات", "صورة", "30 يومًا", ""],
                ["8", "آيبان المؤجر أو السداد عبر المنصة", "صورة", "—", ""],
                ["9", "شهادة وفاة وصك حصر ورثة (للأرملة)", "أصل للاطلاع", "—", "تُدوَّن الأرقام والتواريخ فقط"],
                ["10", "إقرار صحة البيانات", "نموذج", "—", "يوقَّع عند الاكتمال"],
            ]),
        new PdfHeading("قنوات التواصل"),
        new PdfParagraph(PdfText.Format("الهاتف {0}، الفاكس {1}، الموقع {2}، البريد {3}.", PdfRun.Ltr("011 000 0101"), PdfRun.Ltr("011 000 0102"), PdfRun.Ltr("www.mbrh.org"), PdfRun.Ltr("info@example.com"))),
        new PdfHeading("استلام الكشف"),
        new PdfSignatures(new PdfSignature("سُلّم إلى", "أمل إبراهيم صالح الغامدي", null, [new("التاريخ", "23 نوفمبر 2026م")]), new PdfSignature("الموظف", "ياسر عبدالعزيز راشد الرشيدي", Scribble(2)))) with
    {
        Title = "كشف اشتراطات الخدمة",
        Subtitle = "سداد إيجار",
        Number = "REQS-RENT-4",
        Version = "4",
        Letterhead = Letterhead,
    };

    public static PdfDocumentModel RequestForm() => Blank([.. RequestFormBlocks()]) with
    {
        Title = "نموذج طلب خدمة",
        Subtitle = PdfText.Format("سداد إيجار، طلب رقم {0}", PdfRun.Ltr(RequestNumber)),
        Number = RequestNumber,
        Version = "2",
        Letterhead = Letterhead,
        Watermark = "بيانات تجريبية غير حقيقية",
    };

    public static PdfDocumentModel ReceiptSlipEnglish() => Blank(
        new PdfNotice("Latest date for our reply", "Monday 14 December 2026 (5 Rajab 1448 AH)", "Fifteen working days from the day the request was complete: 23 November 2026"),
        new PdfKeyValues(
        [
            new("Request no.", PdfRun.Ltr(RequestNumber, bold: true)),
            new("Service", "Rent support"),
            new("Beneficiary", "نورة سعد فهد العمري"),
            new("National ID", NationalId),
        ]),
        new PdfHeading("Received"),
        new PdfChecklist([new("Identity of the applicant (seen)", PdfMark.Done), new("Family register (seen)", PdfMark.Done), new("Proof of income", PdfMark.Done, "copy kept"), new("National address", PdfMark.Done)], Columns: 2),
        new PdfSignatures(new PdfSignature("Received by", "Yasser Al-Rashidi", Scribble(3)))) with
    {
        Title = "Receipt and review slip",
        Language = "en",
        Number = "RCP-2026-00042",
        Version = "3",
        DateHijri = "13 Jumada II 1448 AH",
        DateGregorian = "23 November 2026",
        PrintedAt = "Printed 23 November 2026, 11:15",
        Letterhead = Letterhead with { Association = "Mabarra Voluntary Association", SupervisedBy = "National Center for Non-Profit Sector" },
    };

    /// <summary>A made-up signature, drawn by sums of sines.</summary>
    public static byte[] Scribble(int seed)
    {
        using var bitmap = new SKBitmap(480, 160, SKColorType.Rgba8888, SKAlphaType.Premul);
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.Transparent);
        using var path = new SKPath();
        path.MoveTo(30, 90);
        for (var x = 30; x < 440; x += 6)
            path.LineTo(x, (float)(85 + (38 * Math.Sin(x / (13.0 + seed))) + (22 * Math.Cos(x / 31.0 * seed))));
        using var paint = new SKPaint { Style = SKPaintStyle.Stroke, StrokeWidth = 4, Color = new SKColor(0x1B, 0x2A, 0x66), IsAntialias = true, StrokeJoin = SKStrokeJoin.Round };
        canvas.DrawPath(path, paint);
        using var data = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }

    private static IEnumerable<PdfBlock> RequestFormBlocks() =>
    [
        new PdfHeading("أولًا: بيانات مقدم الطلب"),
        new PdfKeyValues(
        [
            new("الاسم الأول", "نورة"), new("اسم الأب", "سعد"), new("اسم الجد", "فهد"),
            new("اسم العائلة", "العمري"), new("نوع الهوية", "هوية وطنية"), new("رقم الهوية", PdfRun.Ltr(NationalId)),
            new("تاريخ الميلاد", "15 رجب 1405هـ الموافق 5 أبريل 1985م"), new("الجنس", "أنثى"), new("الحالة الاجتماعية", "أرملة"),
            new("الجنسية", "سعودية"), new("الفئة", "أرامل، محدودو الدخل"), new("رقم الملف", PdfRun.Ltr("B-000117")),
        ], Columns: 3),
        new PdfHeading("ثانيًا: التواصل"),
        new PdfKeyValues(
        [
            new("الجوال", PdfRun.Ltr("0500000101")), new("جوال بديل (الابن)", PdfRun.Ltr("0500000102")), new("البريد الإلكتروني", PdfRun.Ltr("noura@example.com")),
            new("العنوان الوطني", PdfText.Format("{0}، مبنى 1001، شارع النخيل، حي الريان، الرياض 12345", PdfRun.Ltr("DEMA1001")), Wide: true),
            new("الوسيلة المتفق عليها", PdfText.Format("الاتصال الهاتفي على {0}", PdfRun.Ltr("0500000101")), Wide: true),
        ], Columns: 3),
        new PdfHeading("ثالثًا: الأسرة والدخل والسكن"),
        new PdfTable(
            [new("الاسم", 3), new("صلة القرابة", 1.5f), new("العمر", 1, PdfAlign.Center), new("المرحلة أو العمل", 2), new("الدخل الشهري", 1.6f, PdfAlign.End)],
            [
                ["عبدالله ماجد سالم القحطاني", "ابن", "17", "ثانوي", PdfRun.Ltr("0.00")],
                ["سلمى ماجد سالم القحطاني", "ابنة", "12", "ابتدائي", PdfRun.Ltr("0.00")],
                ["خالد ماجد سالم القحطاني", "ابن", "8", "ابتدائي", PdfRun.Ltr("0.00")],
            ]),
        new PdfKeyValues([new("الضمان الاجتماعي المطور", "1,250.00 ريال"), new("حساب المواطن", "820.00 ريال"), new("السكن", "شقة، إيجار سنوي 18,000.00 ريال")], Columns: 3),
        new PdfHeading("رابعًا: الخدمة المطلوبة"),
        new PdfKeyValues([new("الخدمة", "سداد إيجار"), new("المبلغ المطلوب", "9,000.00 ريال"), new("رقم الآيبان", PdfRun.Ltr(Iban))], Columns: 3),
        new PdfParagraph("أطلب المساعدة في سداد إيجار نصف سنة متأخر بعد وفاة زوجي، وقد صدر إشعار من المؤجر بتاريخ 2026-11-10 (مرفق). العقد رقم 10203040506/1-0 موثق في منصة إيجار."),
        new PdfHeading("خامسًا: المستندات"),
        new PdfTable(
            [new("المستند", 4), new("الحالة", 1.4f), new("طريقة الاستلام", 1.8f), new("رقم المرجع", 2), new("التاريخ", 1.8f)],
            [
                ["هوية صاحب الطلب", "مستلم", "اطلاع وتدوين", PdfRun.Ltr(NationalId), "2026/11/23"],
                ["سجل الأسرة", "مستلم", "اطلاع وتدوين", PdfRun.Ltr("30-0042"), "2026/11/23"],
                ["إثبات الدخل (مشهد الضمان)", "مستلم", "حفظ صورة", PdfRun.Ltr("D-7781"), "2026/11/23"],
                ["العنوان الوطني", "مستلم", "تحقق إلكتروني", PdfRun.Ltr("DEMA1001"), "2026/11/23"],
                ["شهادة الآيبان باسم المستفيد", "مستلم", "حفظ صورة", PdfRun.Ltr("…0001"), "2026/11/23"],
                ["عقد إيجار إلكتروني موثق (إيجار)", "مستلم", "حفظ صورة", PdfRun.Ltr("10203040506/1-0"), "2026/11/23"],
                ["صك حصر ورثة", "معفى", "ثابت لدى الجمعية", "", ""],
            ]),
        new PdfHeading("سادسًا: إشعار الخصوصية"),
        new PdfParagraph("تُجمع هذه البيانات لدراسة الطلب والتواصل بشأنه فقط، وتُحفظ سرية، ولكم حق العلم والوصول والتصحيح والإتلاف وفق نظام حماية البيانات الشخصية.", PdfTextLook.Small),
        new PdfTogether(
            new PdfHeading("سابعًا: الإقرار"),
            new PdfParagraph("أقر أنا الموقع أدناه بأن جميع البيانات والمعلومات صحيحة، وأتحمل المسؤولية المباشرة عنها، وأُبلغت بأن طلبي سيُعرض على اللجنة المختصة وأن الرد خلال (15) يوم عمل من تاريخ اكتمال الطلب.", PdfTextLook.Lead),
            new PdfSignatures(
            new PdfSignature("مقدم الطلب", "نورة سعد فهد العمري", Scribble(7), [new("الطريقة", "توقيع على الشاشة"), new("التاريخ", "23 نوفمبر 2026م 11:02")]),
            new PdfSignature("الشاهد", "", null, [new("التاريخ", "")]),
            new PdfSignature("الموظف المستلم", "ياسر عبدالعزيز راشد الرشيدي", Scribble(3), [new("التاريخ", "23 نوفمبر 2026م 11:05")]))),
        new PdfHeading("لاستخدام الجمعية"),
        new PdfKeyValues([new("رقم الطلب", PdfRun.Ltr(RequestNumber)), new("استُلم الساعة", "10:40 صباحًا"), new("اكتمل بتاريخ", "13 جمادى الآخرة 1448هـ الموافق 23 نوفمبر 2026م")], Columns: 3),
    ];
}
