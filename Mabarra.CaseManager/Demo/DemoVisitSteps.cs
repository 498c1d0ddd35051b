using Mabarra.CaseManager.Intake;

namespace Mabarra.CaseManager.Demo;

/// <summary>The reception of the past days and of today.</summary>
internal static class DemoVisitSteps
{
    /// <summary>Who receives people now and then.</summary>
    internal const string Volunteer = "سعد فهد المالكي";

    private const string Bylaws = "سياسة صرف المساعدات";

    /// <summary>The visit a request was made at.</summary>
    public static void Add(DemoTimeline time, DemoRequest request, string purpose)
    {
        var isToday = request.On == time.Today;
        var at = DemoRequestSteps.OpenedAt(time, request);
        var arrived = at.AddMinutes(isToday ? -5 : -6 - (request.No % 13));
        // A family whose breadwinner is in prison first comes with a volunteer (أ-٦, R10).
        var byVolunteer = request is { IsFirst: true, Person.Category: "PrisonerFamilies" };
        time.Add(arrived, async (desk, cancel) => request.VisitId = await desk.The<VisitService>().ArriveAsync(desk.By(DemoStaff.Clerk), desk.NextKey(), new NewVisit
        {
            BeneficiaryId = request.IsFirst ? null : request.Person.Id,
            VisitorName = request.Person.FullName,
            Purpose = purpose,
            ByVolunteer = byVolunteer,
            VolunteerName = byVolunteer ? Volunteer : null,
            SupervisorId = byVolunteer ? desk.StaffId(DemoStaff.Second) : null,
        }, cancel));
        time.Add(at.AddMinutes(-2), async (desk, cancel) => await desk.The<VisitService>().ServeAsync(desk.By(DemoStaff.Clerk), request.VisitId!.Value, await VersionAsync(desk, request.VisitId.Value, cancel), cancel));
        if (!isToday || request.No % 3 != 2)
            time.Add(at.AddMinutes(14), (desk, cancel) => CloseAsync(desk, request.VisitId!.Value, new VisitCloseForm { Hospitality = (Hospitality)(request.No % 7 == 3 ? 2 : 0) }, cancel));
    }

    /// <summary>Visits without a request: questions answered, handed over, left; and the hall as it is now.</summary>
    public static void AddOthers(DemoTimeline time, IReadOnlyList<DemoPerson> people)
    {
        Asked(time, DemoTimeline.At(time.Ago(3), 195), people[6], "متى تُصرف الدفعة التالية من سداد الإيجار؟", new VisitCloseForm { Answer = "تُصرف الدفعات أول كل ربع بعد اعتماد اللجنة.", AnswerSource = Bylaws, Hospitality = Hospitality.Offered });
        Asked(time, DemoTimeline.At(time.Ago(6), 185), Stranger("حمدان سعيد المالكي"), "هل تشمل خدمات الجمعية المقيمين؟", new VisitCloseForm { Answer = "نعم إذا انطبقت شروط الفئة وتوفرت إقامة سارية.", AnswerSource = Bylaws, Hospitality = Hospitality.Declined });
        var answered = Asked(time, DemoTimeline.At(time.Ago(5), 205), people[1], "غيّرت رقم جوالي ولا تصلني الرسائل، كيف أحدثه؟", new VisitCloseForm { HandOver = true, Hospitality = Hospitality.Offered });
        time.Add(DemoTimeline.At(time.Ago(4), 60), async (desk, cancel) => await desk.The<VisitCallService>().AnswerAsync(
            desk.By(DemoStaff.Second), answered.Id, await VersionAsync(desk, answered.Id, cancel), new VisitAnswerForm { Answer = "حُدّث الرقم في الملف بعد التحقق من الهوية، واختُبر الاتصال به.", AnswerSource = "ملف المستفيدة" }, cancel));
        Asked(time, DemoTimeline.At(time.Ago(1), 210), people[4], "ابني في المرحلة الجامعية، هل تشمله كفالة اليتيم؟", new VisitCloseForm { HandOver = true, Hospitality = Hospitality.Offered });
        var left = Arrive(time, DemoTimeline.At(time.Ago(2), 190), people[9], null, "استعلام عن طلب");
        time.Add(DemoTimeline.At(time.Ago(2), 222), async (desk, cancel) => await desk.The<VisitService>().LeaveAsync(
            desk.By(DemoStaff.Clerk), left.Id, await VersionAsync(desk, left.Id, cancel), new VisitLeaveForm { Reason = "انصرف لارتباط وسيعود غدًا" }, cancel));
        Hall(time, people);
    }

    private static void Hall(DemoTimeline time, IReadOnlyList<DemoPerson> people)
    {
        var called = Arrive(time, time.TodayAgo(38), people[20], null, "استكمال مستندات");
        time.Add(time.TodayAgo(3), (desk, cancel) => desk.The<VisitCallService>().CallAsync(desk.By(DemoStaff.Second), called.Id, "مكتب 2", cancel));
        Arrive(time, time.TodayAgo(27), people[12], null, "طلب دعم مشروع أسرة منتجة");
        Arrive(time, time.TodayAgo(16), Stranger("سعاد عبدالمحسن الخالدي"), "ما شروط مساعدة الإيجار؟", "استفسار");
        Arrive(time, time.TodayAgo(7), people[19], null, "متابعة طلب سابق");
    }

    private static DemoVisit Asked(DemoTimeline time, DateTime at, DemoPerson who, string question, VisitCloseForm closing)
    {
        var visit = Arrive(time, at, who, question, "استفسار");
        time.Add(at.AddMinutes(9), async (desk, cancel) => await desk.The<VisitService>().ServeAsync(desk.By(DemoStaff.Second), visit.Id, await VersionAsync(desk, visit.Id, cancel), cancel));
        time.Add(at.AddMinutes(16), (desk, cancel) => CloseAsync(desk, visit.Id, closing, cancel));
        return visit;
    }

    private static DemoVisit Arrive(DemoTimeline time, DateTime at, DemoPerson who, string? question, string purpose)
    {
        var visit = new DemoVisit();
        time.Add(at, async (desk, cancel) => visit.Id = await desk.The<VisitService>().ArriveAsync(
            desk.By(DemoStaff.Clerk), desk.NextKey(), new NewVisit
            {
                BeneficiaryId = who.Id == Guid.Empty ? null : who.Id,
                VisitorName = who.FullName,
                Purpose = purpose,
                Question = question,
            }, cancel));
        return visit;
    }

    /// <summary>Somebody without a file.</summary>
    private static DemoPerson Stranger(string name) => new(0, name, "", "", "", default, "");

    private static async Task CloseAsync(DemoDesk desk, Guid id, VisitCloseForm closing, CancellationToken cancel) =>
        await desk.The<VisitService>().CloseAsync(desk.By(DemoStaff.Second), id, await VersionAsync(desk, id, cancel), closing, cancel);

    private static Task<Guid> VersionAsync(DemoDesk desk, Guid id, CancellationToken cancel) => desk.VersionAsync<Visit>(id, cancel);

    private sealed class DemoVisit
    {
        public Guid Id { get; set; }
    }
}
