using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.PolicyLibrary;
using Mabarra.CaseManager.PolicyLibrary.Awareness;
using Mabarra.CaseManager.PolicyLibrary.Copies;
using Mabarra.CaseManager.PolicyLibrary.Roster;
using Mabarra.CaseManager.PolicyLibrary.Signing;
using Mabarra.CaseManager.Staff;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Demo;

/// <summary>The roster of the demonstration, and the policy in force: of 28 people 25 signed, two did not, one is exempt (DOMAIN.md §7; مسؤوليات-١, مسؤوليات-٣, مسؤوليات-٤).</summary>
internal static class DemoPolicySteps
{
    /// <summary>The approval of a demonstration, by which it is found again.</summary>
    public const string Approval = "محضر تجريبي 1/1448";

    private const int Published = 30;

    /// <summary>Nobody signs for these two; the third is exempt.</summary>
    private static readonly int[] Unsigned = [19, 24];

    private const int Exempt = 27;

    private static readonly (string Name, string Department, string Job, StaffKind Kind, string? Account)[] People =
    [
        ("نورة بنت سعد الحربي", "خدمات المستفيدين", "موظفة استقبال", StaffKind.Employee, "reception"),
        ("عبدالله بن محمد القحطاني", "خدمات المستفيدين", "ضابط اتصال", StaffKind.Employee, "liaison"),
        ("ريم بنت خالد الشمري", "خدمات المستفيدين", "ضابطة اتصال", StaffKind.Employee, "desk.liaison"),
        ("منى بنت صالح العنزي", "خدمات المستفيدين", "مشرفة الاستقبال", StaffKind.Employee, "supervisor"),
        ("فهد بن إبراهيم العتيبي", "البحث الاجتماعي", "باحث اجتماعي", StaffKind.Employee, "committee"),
        ("هند بنت علي الزهراني", "الموارد البشرية", "أخصائية موارد بشرية", StaffKind.Employee, "hr"),
        ("سلطان بن عبدالعزيز الدوسري", "الإدارة التنفيذية", "المدير التنفيذي", StaffKind.Employee, "manager"),
        ("ماجد بن ناصر الغامدي", "تقنية المعلومات", "مدير النظام", StaffKind.Employee, "admin"),
        ("مها عبدالرحمن علي الحربي", "البحث الاجتماعي", "باحثة اجتماعية", StaffKind.Employee, null),
        ("أمل إبراهيم صالح الغامدي", "البحث الاجتماعي", "باحثة اجتماعية", StaffKind.Employee, null),
        ("ياسر عبدالعزيز راشد الرشيدي", "الشؤون المالية", "محاسب", StaffKind.Employee, null),
        ("هدى محمد ناصر الشهري", "الشؤون المالية", "أمينة صندوق", StaffKind.Employee, null),
        ("إبراهيم يوسف حمد السبيعي", "البرامج والمشاريع", "مدير برامج", StaffKind.Employee, null),
        ("سلمى خالد عوض المطيري", "البرامج والمشاريع", "منسقة برامج", StaffKind.Employee, null),
        ("فاطمة حسن يحيى الزهراني", "العلاقات العامة والإعلام", "أخصائية إعلام", StaffKind.Employee, null),
        ("عبدالله ماجد سالم القحطاني", "العلاقات العامة والإعلام", "مصور", StaffKind.Contractor, null),
        ("آمنة أحمد عبدالله البلوي", "الحوكمة والجودة", "أخصائية جودة", StaffKind.Employee, null),
        ("سعد فهد علي العمري", "الحوكمة والجودة", "مراجع داخلي", StaffKind.Employee, null),
        ("مؤمن طارق زكي حسين", "تقنية المعلومات", "فني دعم", StaffKind.Contractor, null),
        ("راشد حمد يوسف السبيعي", "الإدارة التنفيذية", "سائق", StaffKind.Contractor, null),
        ("خديجة بشير آدم محمد", "الإدارة التنفيذية", "عاملة ضيافة", StaffKind.Contractor, null),
        ("نوف ناصر محمد الشهري", "الموارد البشرية", "كاتبة", StaffKind.Employee, null),
        ("وليد عوض خالد المطيري", "التطوع", "منسق التطوع", StaffKind.Employee, null),
        ("ليان صالح إبراهيم الغامدي", "التطوع", "متطوعة", StaffKind.Volunteer, null),
        ("تركي علي عبدالرحمن الحربي", "التطوع", "متطوع", StaffKind.Volunteer, null),
        ("جود يحيى حسن الزهراني", "التطوع", "متطوعة", StaffKind.Volunteer, null),
        ("أنس سالم ماجد القحطاني", "التطوع", "متطوع", StaffKind.Volunteer, null),
        ("شهد زكي طارق حسين", "الشؤون المالية", "مراجعة خارجية", StaffKind.Contractor, null),
    ];

    public static void Add(DemoTimeline time)
    {
        var members = new List<Guid>();
        time.Add(DemoTimeline.At(time.Ago(Published), 5), (desk, cancel) => RosterAsync(desk, members, cancel));
        time.Add(DemoTimeline.At(time.Ago(Published), 60), PublishAsync);
        for (var i = 0; i < People.Length; i++)
        {
            var who = i;
            if (!Unsigned.Contains(who) && who != Exempt)
                time.Add(DemoTimeline.At(time.Ago(Published - 1 - (who % 8)), 200 + who), (desk, cancel) => SignAsync(desk, members[who], who, cancel));
        }
        time.Add(DemoTimeline.At(time.Ago(Published - 2), 90), (desk, cancel) => ExemptAsync(desk, members[Exempt], cancel));
        time.Add(DemoTimeline.At(time.Ago(Published - 4), 30), ReceiveAsync);
        time.Add(DemoTimeline.At(time.Ago(Published - 12), 40), (desk, cancel) => MeetAsync(desk, members, cancel));
        // What the round of each working day would have said of the two.
        foreach (var ago in new[] { 27, 24, 21, 18, 15, 12, 9, 6, 3 })
            time.Add(DemoTimeline.At(time.Ago(ago), 1), (desk, cancel) => desk.The<PolicyReminders>().RunAsync(cancel));
    }

    private static async Task RosterAsync(DemoDesk desk, List<Guid> members, CancellationToken cancel)
    {
        var departments = (await desk.The<DepartmentQueries>().ActiveAsync(cancel)).ToDictionary(d => d.NameAr, d => d.Id, StringComparer.Ordinal);
        foreach (var person in People)
        {
            var form = new MemberForm
            {
                FullName = person.Name,
                Kind = person.Kind,
                DepartmentId = departments.TryGetValue(person.Department, out var id) ? id : departments.Values.First(),
                JobTitle = person.Job,
                AccountId = person.Account is { } account ? desk.StaffId(account) : null,
            };
            members.Add(await desk.The<RosterService>().AddAsync(desk.By(DemoStaff.Hr), desk.NextKey(), form, cancel));
        }
        foreach (var group in People.Select((p, i) => (p.Department, p.Kind, Id: members[i])).Where(p => p.Kind == StaffKind.Employee).GroupBy(p => p.Department, StringComparer.Ordinal))
        {
            if (departments.TryGetValue(group.Key, out var department))
                await desk.The<DepartmentService>().ChangeAsync(desk.By(DemoStaff.Hr), department, group.Key, group.First().Id, isActive: true, cancel);
        }
    }

    private static async Task PublishAsync(DemoDesk desk, CancellationToken cancel)
    {
        var row = (await desk.The<PolicyQueries>().ListAsync(desk.By(DemoStaff.Hr), cancel)).First(p => p.Kind == PolicyKind.BeneficiaryRelations);
        var draft = row.Current is { Status: VersionStatus.Draft } seeded ? seeded : null;
        // Somebody has published it already: then there is nothing to show.
        if (draft is null)
            return;
        var on = desk.Clock.Today;
        await desk.The<PublishingService>().PublishAsync(desk.By(DemoStaff.Manager), draft.Id, draft.Version, new PublishForm
        {
            ApprovalRef = Approval,
            ApprovedOn = on.AddDays(-7),
            EffectiveOn = on,
            ReviewDueOn = on.AddYears(1),
        }, cancel: cancel);
    }

    private static async Task SignAsync(DemoDesk desk, Guid member, int who, CancellationToken cancel)
    {
        if (await OwedAsync(desk, member, cancel) is not { } id)
            return;
        var (service, queries, signer) = (desk.The<SigningService>(), desk.The<SigningQueries>(), People[who].Account ?? DemoStaff.Hr);
        await service.OpenAsync(desk.By(signer), id, cancel);
        var text = (await queries.OpenAsync(desk.By(signer), id, cancel)).Text!;
        desk.Clock.Skip(TimeSpan.FromSeconds(text.MinimumSeconds + 20));
        await service.ReadAsync(desk.By(signer), id, text.TextHash, reachedEnd: true, cancel);
        var right = (await desk.The<CoverageQueries>().QuestionsAsync(desk.By(DemoStaff.Hr), text.PolicyId, cancel)).ToDictionary(q => q.Id, q => q.Answers[0]);
        var asked = await queries.AskAsync(desk.By(signer), id, cancel);
        await service.AnswerAsync(desk.By(signer), id, asked.ToDictionary(q => q.Id, q => right[q.Id]), cancel);
        await service.SignAsync(desk.By(signer), id, text.TextHash, DemoSignature.Of(who), cancel);
    }

    private static async Task<Guid?> OwedAsync(DemoDesk desk, Guid member, CancellationToken cancel)
    {
        await using var db = await desk.ReadAsync(cancel);
        var acknowledgements = db.Acknowledgements;
        return await acknowledgements.Where(a => a.MemberId == member && a.SignedAt == null).Select(a => (Guid?)a.Id).FirstOrDefaultAsync(cancel);
    }

    private static async Task ExemptAsync(DemoDesk desk, Guid member, CancellationToken cancel)
    {
        var policy = (await desk.The<PolicyQueries>().ListAsync(desk.By(DemoStaff.Hr), cancel)).First(p => p.Kind == PolicyKind.BeneficiaryRelations);
        var id = await desk.The<ExemptionService>().AskAsync(desk.By(DemoStaff.Hr), desk.NextKey(), policy.Id, member, "عقد المراجعة الخارجية 7/1448", "يحكمها نظام المحاسبين وسياسة المراجعة الخارجية", cancel);
        await desk.The<ExemptionService>().ApproveAsync(desk.By(DemoStaff.Manager), id, cancel);
    }

    /// <summary>Eight of the ten departments have signed for their copy.</summary>
    private static async Task ReceiveAsync(DemoDesk desk, CancellationToken cancel)
    {
        var hr = desk.By(DemoStaff.Hr);
        if (await desk.The<CoverageQueries>().VersionsAsync(hr, cancel) is not [var version, ..])
            return;
        foreach (var (copy, i) in (await desk.The<CoverageQueries>().CopiesAsync(hr, version.Id, cancel)).Where(c => c.HeadName is not null && c.ReceivedAt is null).Take(8).Select((c, i) => (c, i)))
            await desk.The<CopyService>().RecordAsync(desk.By(DemoStaff.Hr), copy.Id, copy.HeadName, DemoSignature.Of(i), cancel);
    }

    private static async Task MeetAsync(DemoDesk desk, List<Guid> members, CancellationToken cancel)
    {
        var service = desk.The<AwarenessService>();
        var on = desk.Clock.Today;
        var workshop = await service.AddAsync(desk.By(DemoStaff.Hr), desk.NextKey(), new AwarenessForm { Kind = AwarenessKind.Workshop, Title = "ورشة: كيف نستقبل المستفيد؟", HeldOn = on, Place = "قاعة الاجتماعات" }, cancel);
        await service.AttendAsync(desk.By(DemoStaff.Hr), workshop, members.ToHashSet(), members.Where((_, i) => i % 3 != 2).ToHashSet(), cancel);
        await service.AddAsync(desk.By(DemoStaff.Hr), desk.NextKey(), new AwarenessForm { Kind = AwarenessKind.Bulletin, Title = "نشرة: سرية بيانات المستفيدين", HeldOn = on.AddDays(3), Note = "وُزعت على جميع الإدارات" }, cancel);
    }
}

/// <summary>Takes the roster and the signatures of a demonstration out again; the policy waits for its approval as it did.</summary>
internal static class DemoPolicyRemoval
{
    public static async Task TakeOutAsync(CaseDbContext db, List<Guid> made, CancellationToken cancel)
    {
        var (members, acknowledgements, versions, copies, activities) = (db.StaffMembers, db.Acknowledgements, db.PolicyVersions, db.DepartmentCopies, db.AwarenessActivities);
        await db.Set<AwarenessAttendance>().Where(a => made.Contains(a.MemberId) || made.Contains(a.ActivityId)).ExecuteDeleteAsync(cancel);
        await activities.Where(a => made.Contains(a.Id)).ExecuteDeleteAsync(cancel);
        await db.Set<PolicyExemption>().Where(e => made.Contains(e.MemberId)).ExecuteDeleteAsync(cancel);
        await acknowledgements.Where(a => made.Contains(a.MemberId)).ExecuteDeleteAsync(cancel);
        await db.Set<Department>().Where(d => made.Contains(d.HeadMemberId!.Value)).ExecuteUpdateAsync(s => s.SetProperty(d => d.HeadMemberId, (Guid?)null), cancel);
        await members.Where(m => made.Contains(m.Id)).ExecuteDeleteAsync(cancel);
        var published = await versions.Where(v => v.ApprovalRef == DemoPolicySteps.Approval && v.Status == VersionStatus.Effective).Select(v => v.Id).ToListAsync(cancel);
        if (await acknowledgements.AnyAsync(a => published.Contains(a.VersionId), cancel))
            return;
        await copies.Where(c => published.Contains(c.VersionId)).ExecuteDeleteAsync(cancel);
        await versions.Where(v => published.Contains(v.Id)).ExecuteUpdateAsync(s => s
            .SetProperty(v => v.Status, VersionStatus.Draft).SetProperty(v => v.ApprovalRef, (string?)null).SetProperty(v => v.ApprovedOn, (DateOnly?)null)
            .SetProperty(v => v.EffectiveOn, (DateOnly?)null).SetProperty(v => v.ReviewDueOn, (DateOnly?)null).SetProperty(v => v.PublishedAt, (DateTime?)null)
            .SetProperty(v => v.PublishedByName, (string?)null).SetProperty(v => v.TextHash, (byte[]?)null).SetProperty(v => v.SignatureVersionId, (Guid?)null)
            .SetProperty(v => v.MinimumSeconds, 0), cancel);
    }

    /// <summary>Whose scans and papers go with it.</summary>
    public static async Task<List<Guid>> OwnersAsync(CaseDbContext db, List<Guid> made, CancellationToken cancel)
    {
        var (acknowledgements, versions, copies) = (db.Acknowledgements, db.PolicyVersions, db.DepartmentCopies);
        var owners = await acknowledgements.Where(a => made.Contains(a.MemberId)).Select(a => a.Id).ToListAsync(cancel);
        var published = await versions.Where(v => v.ApprovalRef == DemoPolicySteps.Approval).Select(v => v.Id).ToListAsync(cancel);
        return [.. owners, .. published, .. await copies.Where(c => published.Contains(c.VersionId)).Select(c => c.Id).ToListAsync(cancel)];
    }
}
