using Mabarra.CaseManager.Contacts;
using Mabarra.CaseManager.Contacts.Inquiries;

namespace Mabarra.CaseManager.Demo;

/// <summary>Inquiries of the past weeks from several channels, the library of answers, and one question many ask (ج-٢).</summary>
internal static class DemoInquirySteps
{
    private const string Policy = "سياسة صرف المساعدات";

    private static readonly (string Question, string Answer, string Source)[] Library =
    [
        ("ما المستندات المطلوبة لسداد الإيجار؟", "عقد إيجار إلكتروني موثق، وبيان المتأخرات، وآيبان المؤجر، مع مستندات الأسرة المعتادة.", "كشف اشتراطات سداد الإيجار"),
        ("متى يصلني الرد على طلبي؟", "خلال خمسة عشر يوم عمل من تاريخ اكتمال الطلب، بالوسيلة المتفق عليها.", "سياسة تنظيم العلاقة مع المستفيدين، ت-6"),
        ("كيف أقدّم شكوى؟", "من رابط الشكاوى في الموقع أو بالفاكس، وتصلكم رسالة برقم الشكوى ورمز متابعتها.", "سياسة تنظيم العلاقة مع المستفيدين، ج-1"),
    ];

    public static void Add(DemoTimeline time, IReadOnlyList<DemoPerson> people)
    {
        var versions = new List<Guid>();
        foreach (var (row, i) in Library.Select((row, i) => (row, i)))
            time.Add(DemoTimeline.At(time.Ago(40), 30 + (i * 10)), async (desk, cancel) => versions.Add(await ApprovedAsync(desk, row, cancel)));

        Asked(time, DemoTimeline.At(time.Ago(20), 90), people[2], Channel.Phone, InquiryKind.General, "متى يصلني الرد على الطلب؟", () => (Library[1].Answer, Library[1].Source, versions[1]));
        Asked(time, DemoTimeline.At(time.Ago(12), 90), people[5], Channel.Website, InquiryKind.General, "ما مستندات سداد الإيجار المطلوبة؟", () => (Library[0].Answer, Library[0].Source, versions[0]));
        Asked(time, DemoTimeline.At(time.Ago(11), 130), people[7], Channel.Phone, InquiryKind.General, "هل تتكفل الجمعية برسوم الجامعة؟", () => ("لا تشمل الخدمات الرسوم الجامعية حاليًا.", Policy, null));
        Asked(time, DemoTimeline.At(time.Ago(7), 130), people[10], Channel.InPerson, InquiryKind.General, "هل الجمعية تتكفل برسوم الجامعة؟", () => ("لا تشمل الخدمات الرسوم الجامعية حاليًا.", Policy, null));
        Asked(time, DemoTimeline.At(time.Ago(6), 60), people[13], Channel.Email, InquiryKind.CommunicationSupport, "لا يفتح معي رابط الموقع من الجوال.", () => ("عولج الخلل، ويمكن استعمال الرابط الآن.", "تقنية المعلومات", null));
        Asked(time, DemoTimeline.At(time.Ago(3), 60), people[3], Channel.Phone, InquiryKind.General, "هل تُصرف كسوة الشتاء هذا العام؟", null);
        Asked(time, DemoTimeline.At(time.Ago(1), 70), people[1], Channel.Phone, InquiryKind.NoReplies, "قدمت طلبًا ولا تصلني الردود على جوالي.", null);
        Asked(time, time.TodayAgo(50), people[6], Channel.Fax, InquiryKind.General, "ما شروط مساعدة الأجهزة الكهربائية؟", null);
    }

    private static void Asked(
        DemoTimeline time, DateTime at, DemoPerson who, Channel channel, InquiryKind kind, string text, Func<(string Text, string Source, Guid? Version)>? answer)
    {
        var id = Guid.Empty;
        time.Add(at, async (desk, cancel) => id = await desk.The<InquiryService>().RegisterAsync(
            desk.By(DemoStaff.Clerk), desk.NextKey(), new NewInquiry { Kind = kind == InquiryKind.NoReplies && who.Id == Guid.Empty ? InquiryKind.General : kind, Channel = channel, BeneficiaryId = who.Id == Guid.Empty ? null : who.Id, PersonName = who.FullName, Text = text }, cancel));
        if (answer is not null)
            time.Add(at.AddHours(3), async (desk, cancel) => await desk.The<InquiryService>().AnswerAsync(
                desk.By(DemoStaff.Clerk), id, await desk.VersionAsync<Inquiry>(id, cancel), new ReplyForm { Answer = answer().Text, Source = answer().Source, VersionId = answer().Version }, cancel));
    }

    private static async Task<Guid> ApprovedAsync(DemoDesk desk, (string Question, string Answer, string Source) row, CancellationToken cancel)
    {
        var service = desk.The<AnswerService>();
        var id = await service.WriteAsync(desk.By(DemoStaff.Officer), desk.NextKey(), new AnswerForm { Question = row.Question, Text = row.Answer, Source = row.Source }, cancel);
        await service.ApproveAsync(desk.By(DemoStaff.Manager), id, await desk.VersionAsync<AnswerEntry>(id, cancel), cancel);
        return (await desk.The<AnswerQueries>().VersionsAsync(desk.By(DemoStaff.Manager), id, cancel))[0].VersionId;
    }
}
