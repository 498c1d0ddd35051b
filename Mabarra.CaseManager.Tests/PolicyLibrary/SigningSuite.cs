using Mabarra.CaseManager.PolicyLibrary;
using Mabarra.CaseManager.PolicyLibrary.Copies;
using Mabarra.CaseManager.PolicyLibrary.Papers;
using Mabarra.CaseManager.PolicyLibrary.Roster;
using Mabarra.CaseManager.PolicyLibrary.Signing;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Tests.Support;
using Mabarra.CaseManager.Ui;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Tests.PolicyLibrary;

/// <summary>Who owes a signature, and the three facts it is made of; on both databases (مسؤوليات-١, مسؤوليات-٤, النطاق).</summary>
public abstract class SigningSuite(TestDatabase database) : SigningHouse(database)
{
    [Fact]
    public async Task Publish_asks_everybody_in_scope_and_nobody_else()
    {
        var (employee, _) = await MemberAsync("نورة سعد العمري");
        var (contractor, _) = await MemberAsync("مها علي الحربي", StaffKind.Contractor, account: false);
        var (volunteer, _) = await MemberAsync("أمل صالح الغامدي", StaffKind.Volunteer, account: false);
        await MemberAsync("هدى ناصر الشهري", StaffKind.BoardMember, account: false);
        var (gone, _) = await MemberAsync("سلمى عوض المطيري");
        await The<RosterService>().DeactivateAsync(Hr, gone, await VersionOfAsync(gone), Cancel);
        var version = await PublishFirstAsync();
        var owed = await ReadAsync(db => Acks(db).Where(a => a.VersionId == version).Select(a => a.MemberId).ToListAsync(Cancel));
        Assert.Equal(new[] { employee, contractor, volunteer }.Order(), owed.Order());
        Assert.Equal(new DateOnly(2026, 12, 7), (await AckAsync(employee)).DueOn);
    }

    [Fact]
    public async Task Publish_sends_every_department_its_copy()
    {
        var version = await PublishFirstAsync();
        var copies = await The<CoverageQueries>().CopiesAsync(Hr, version, Cancel);
        Assert.Equal(10, copies.Count);
        Assert.All(copies, c => Assert.Equal(new DateOnly(2026, 11, 30), c.DueOn));
    }

    [Fact]
    public async Task Publish_for_more_than_a_batch_reaches_each_once_and_tells_how_far_it_is()
    {
        await The<CaseManager.Data.CaseWriter>().SaveAsync(db =>
        {
            for (var i = 0; i < Many; i++)
            {
                var member = new StaffMember(new MemberFacts($"عامل {i}", StaffKind.Employee, null, null, null, null, null, null, CannotRead: false));
                db.Add(member);
                CaseManager.Audit.AuditModule.Record(db, Hr, "policies.member.add", member);
            }
            return Task.CompletedTask;
        }, Cancel);
        var told = new Told();
        var draft = (await PolicyAsync()).Draft!;
        await The<PublishingService>().PublishAsync(Hr, draft.Id, draft.Version, Approval(), told, Cancel);
        Assert.Equal(Many, await ReadAsync(db => Acks(db).Select(a => a.MemberId).Distinct().CountAsync(Cancel)));
        Assert.Equal(Many, told.Counts[^1]);
        Assert.True(told.Counts.Count > 1);
    }

    /// <summary>Two batches and a bit.</summary>
    private const int Many = 450;

    [Fact]
    public async Task Joiner_owes_what_is_in_force_from_the_day_she_is_added()
    {
        var version = await PublishFirstAsync();
        var (member, _) = await MemberAsync("فاطمة حسن الزهراني");
        var owed = await AckAsync(member);
        Assert.Equal((version, new DateOnly(2026, 11, 23), new DateOnly(2026, 11, 30)), (owed.VersionId, owed.RequiredOn, owed.DueOn));
    }

    [Fact]
    public async Task Three_facts_are_recorded_one_after_the_other_and_printed()
    {
        var (member, act) = await MemberAsync("نورة سعد العمري");
        await PublishFirstAsync();
        var ack = await AckAsync(member);
        Assert.Equal("policies.check.unread", (await Assert.ThrowsAsync<RuleViolation>(() => AnswerAsync(act, ack.Id))).Code);
        await ReadTextAsync(act, ack.Id);
        await Assert.ThrowsAsync<RuleViolation>(() => SignTextAsync(act, ack.Id));
        Assert.True((await AnswerAsync(act, ack.Id, wrong: 1)).Passed);
        await SignTextAsync(act, ack.Id);
        var signed = await AckAsync(member);
        Assert.Equal((AckStatus.Signed, UnderstandingProof.Check, 4, 5), (signed.Status, signed.UnderstoodBy, signed.Score, signed.Asked));
        Assert.True(signed.ReadAt <= signed.UnderstoodAt && signed.UnderstoodAt <= signed.SignedAt);
        var issued = await The<AckPapers>().CertificateAsync(act, ack.Id, Cancel);
        Assert.Equal(issued, await The<AckPapers>().CertificateAsync(act, ack.Id, Cancel));
        var text = await PaperAsync(act, issued);
        Assert.Contains("نورة سعد العمري", text, StringComparison.Ordinal);
        Assert.Contains("4321", text, StringComparison.Ordinal);
        Assert.Contains("محضر 14/1448", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_asks_for_the_end_and_for_the_time()
    {
        var (member, act) = await MemberAsync("نورة سعد العمري");
        await PublishFirstAsync();
        var ack = await AckAsync(member);
        await The<SigningService>().OpenAsync(act, ack.Id, Cancel);
        var hash = await HashAsync(act, ack.Id);
        Assert.Equal("policies.read.end", (await Assert.ThrowsAsync<RuleViolation>(() => The<SigningService>().ReadAsync(act, ack.Id, hash, reachedEnd: false, Cancel))).Code);
        Assert.Equal("policies.read.soon", (await Assert.ThrowsAsync<RuleViolation>(() => The<SigningService>().ReadAsync(act, ack.Id, hash, reachedEnd: true, Cancel))).Code);
        // A clock set back begins the reading anew, and never ends it early.
        var earlier = act with { At = act.At.AddHours(-2) };
        await The<SigningService>().OpenAsync(earlier, ack.Id, Cancel);
        Assert.Equal("policies.read.soon", (await Assert.ThrowsAsync<RuleViolation>(() => The<SigningService>().ReadAsync(earlier, ack.Id, hash, reachedEnd: true, Cancel))).Code);
        Assert.Null((await AckAsync(member)).ReadAt);
    }

    [Fact]
    public async Task Check_failed_is_counted_and_may_be_tried_again()
    {
        var (member, act) = await MemberAsync("نورة سعد العمري");
        await PublishFirstAsync();
        var ack = await AckAsync(member);
        await ReadTextAsync(act, ack.Id);
        var failed = await AnswerAsync(act, ack.Id, wrong: 2);
        Assert.False(failed.Passed);
        Assert.NotEmpty(failed.Wrong);
        Assert.Equal("policies.check.unanswered", (await Assert.ThrowsAsync<RuleViolation>(() => The<SigningService>().AnswerAsync(act, ack.Id, new Dictionary<Guid, string>(), Cancel))).Code);
        Assert.True((await AnswerAsync(act, ack.Id)).Passed);
        Assert.Equal(1, (await AckAsync(member)).FailedTries);
    }

    [Fact]
    public async Task B62_Sign_under_other_words_than_those_in_force_is_refused()
    {
        var (member, act) = await MemberAsync("نورة سعد العمري");
        var version = await PublishFirstAsync();
        var ack = await AckAsync(member);
        await ReadTextAsync(act, ack.Id);
        await AnswerAsync(act, ack.Id);
        var old = await HashAsync(act, ack.Id);
        await PublishNextAsync("تحدد المدة للرد على الطلب بـ (١٥) يوم عمل، من تاريخ اكتمال الطلب.", minor: true);
        Assert.Equal("policies.sign.changed", (await Assert.ThrowsAsync<RuleViolation>(() => The<SigningService>().SignAsync(Again(act), ack.Id, old, Make.Signature(), Cancel))).Code);
        await SignTextAsync(act, ack.Id);
        var signed = await AckAsync(member);
        Assert.Equal((version, 2), (signed.VersionId, signed.SignedNo));
    }

    [Fact]
    public async Task Sign_of_a_superseded_version_in_an_old_tab_is_refused_kindly()
    {
        var (member, act) = await MemberAsync("نورة سعد العمري");
        var first = await PublishFirstAsync();
        var old = await AckAsync(member, first);
        await ReadTextAsync(act, old.Id);
        await AnswerAsync(act, old.Id);
        var hash = await HashAsync(act, old.Id);
        var second = await PublishNextAsync();
        Assert.Equal("policies.sign.superseded", (await Assert.ThrowsAsync<RuleViolation>(() => The<SigningService>().SignAsync(Again(act), old.Id, hash, Make.Signature(), Cancel))).Code);
        Assert.Equal(AckStatus.Replaced, (await AckAsync(member, first)).Status);
        Assert.Equal(AckStatus.Pending, (await AckAsync(member, second)).Status);
    }

    [Fact]
    public async Task New_version_is_signed_anew_with_only_its_changes_shown()
    {
        var (member, act) = await MemberAsync("نورة سعد العمري");
        var first = await PublishFirstAsync();
        await WholeAsync(act, (await AckAsync(member, first)).Id);
        var second = await PublishNextAsync();
        var detail = await The<SigningQueries>().OpenAsync(act, (await AckAsync(member, second)).Id, Cancel);
        Assert.Equal(1, detail.SignedBefore);
        Assert.Equal("ت-6", Assert.Single(detail.Changes!, c => c.Kind != ChangeKind.Same).Key);
        Assert.Equal(AckStatus.Signed, (await AckAsync(member, first)).Status);
    }

    [Fact]
    public async Task Minor_correction_asks_nobody_to_sign_again()
    {
        var (member, act) = await MemberAsync("نورة سعد العمري");
        var first = await PublishFirstAsync();
        await WholeAsync(act, (await AckAsync(member, first)).Id);
        await PublishNextAsync(minor: true);
        Assert.Equal(0, (await The<SigningQueries>().MineAsync(Again(act), Cancel)).Waiting);
        Assert.Equal(1, await ReadAsync(db => Acks(db).CountAsync(Cancel)));
    }

    [Fact]
    public async Task Sign_asks_for_the_password_again_when_the_screen_stood_open()
    {
        var (member, act) = await MemberAsync("نورة سعد العمري");
        await PublishFirstAsync();
        var ack = await AckAsync(member);
        await ReadTextAsync(act, ack.Id);
        await AnswerAsync(act, ack.Id);
        var stale = Again(act);
        stale = stale with { Actor = stale.Actor with { ConfirmedAt = stale.At.AddMinutes(-6) } };
        var hash = await HashAsync(act, ack.Id);
        await Assert.ThrowsAsync<NotConfirmed>(() => The<SigningService>().SignAsync(stale, ack.Id, hash, Make.Signature(), Cancel));
        Assert.Equal("policies.sign.drawing", (await Assert.ThrowsAsync<RuleViolation>(() => The<SigningService>().SignAsync(Again(act), ack.Id, hash, null, Cancel))).Code);
    }

    [Fact]
    public async Task Nobody_reads_or_signs_for_somebody_else()
    {
        var (member, _) = await MemberAsync("نورة سعد العمري");
        var (_, other) = await MemberAsync("مها علي الحربي");
        await PublishFirstAsync();
        var ack = await AckAsync(member);
        await Assert.ThrowsAsync<AccessDenied>(() => The<SigningService>().OpenAsync(other, ack.Id, Cancel));
        await Assert.ThrowsAsync<AccessDenied>(() => The<SigningQueries>().OpenAsync(other, ack.Id, Cancel));
        await Assert.ThrowsAsync<AccessDenied>(() => The<SigningService>().SignAsync(Hr, ack.Id, "", Make.Signature(), Cancel));
        await Assert.ThrowsAsync<AccessDenied>(() => The<AckPapers>().CertificateAsync(other, ack.Id, Cancel));
    }

    [Fact]
    public async Task Signature_of_who_cannot_read_needs_its_witness_and_keeps_remark()
    {
        var (member, _) = await MemberAsync("آمنة أحمد البلوي", StaffKind.Contractor, account: false, cannotRead: true);
        await PublishFirstAsync();
        var ack = await AckAsync(member);
        var form = new OnBehalfForm { Method = AckSignature.Pad, Drawing = Make.Signature(), Remark = "قُرئت عليها في المكتب" };
        var refusal = await Assert.ThrowsAsync<RuleViolation>(() => The<DeskSigningService>().RecordAsync(Hr, ack.Id, form, Cancel));
        Assert.Equal(nameof(OnBehalfForm.WitnessName), Assert.Single(refusal.Breaches).Field);
        await The<DeskSigningService>().RecordAsync(Hr, ack.Id, form with { WitnessName = "هدى ناصر الشهري" }, Cancel);
        var signed = await AckAsync(member);
        Assert.Equal((AckStatus.Signed, UnderstandingProof.ReadAloud, "هدى ناصر الشهري"), (signed.Status, signed.UnderstoodBy, signed.WitnessName));
        var text = await PaperAsync(Hr, await The<AckPapers>().CertificateAsync(Hr, ack.Id, Cancel));
        Assert.Contains("هدى ناصر الشهري", text, StringComparison.Ordinal);
        Assert.Contains("قُرئت عليها في المكتب"[4..], text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Attestation_of_a_supervisor_stands_in_place_of_the_check()
    {
        var (member, act) = await MemberAsync("نورة سعد العمري");
        await PublishFirstAsync();
        var ack = await AckAsync(member);
        await ReadTextAsync(act, ack.Id);
        await The<DeskSigningService>().AttestAsync(Hr, ack.Id, Cancel);
        await SignTextAsync(act, ack.Id);
        Assert.Equal(UnderstandingProof.Attestation, (await AckAsync(member)).UnderstoodBy);
    }

    [Fact]
    public async Task Exemption_holds_when_senior_management_has_approved_it()
    {
        var (member, _) = await MemberAsync("مها علي الحربي", StaffKind.Contractor);
        await PublishFirstAsync();
        var policy = (await PolicyAsync()).Id;
        await Assert.ThrowsAsync<RuleViolation>(() => The<ExemptionService>().AskAsync(Hr, Guid.NewGuid(), policy, member, "", "", Cancel));
        var id = await The<ExemptionService>().AskAsync(Hr, Guid.NewGuid(), policy, member, "سياسة المراجع الخارجي 3/1447", "يخضع لسياسة خاصة", Cancel);
        Assert.Equal(AckStatus.Pending, (await AckAsync(member)).Status);
        await Assert.ThrowsAsync<AccessDenied>(() => The<ExemptionService>().ApproveAsync(Hr, id, Cancel));
        await The<ExemptionService>().ApproveAsync(By(StaffRole.SeniorManagement), id, Cancel);
        Assert.Equal(AckStatus.Exempt, (await AckAsync(member)).Status);
        var second = await PublishNextAsync();
        Assert.Equal(0, await ReadAsync(db => Acks(db).CountAsync(a => a.VersionId == second, Cancel)));
        await The<ExemptionService>().EndAsync(By(StaffRole.SeniorManagement), id, Cancel);
        Assert.Equal(AckStatus.Pending, (await AckAsync(member, second)).Status);
    }

    [Fact]
    public async Task Coverage_counts_who_owes_and_tells_who_is_late_by_how_long()
    {
        var (first, act) = await MemberAsync("نورة سعد العمري");
        await MemberAsync("مها علي الحربي", StaffKind.Contractor);
        var version = await PublishFirstAsync();
        await WholeAsync(act, (await AckAsync(first)).Id);
        Clock.SetUtcNow(new DateTimeOffset(2026, 12, 10, 8, 0, 0, TimeSpan.Zero));
        var coverage = await The<CoverageQueries>().OfAsync(Hr, version, Cancel);
        Assert.Equal((2, 1, 1, 50), (coverage.All.Owed, coverage.All.Signed, coverage.All.Late, coverage.All.Percent));
        Assert.Equal([StaffKind.Employee, StaffKind.Contractor], coverage.Kinds.Select(k => k.Kind));
        var late = Assert.Single((await The<CoverageQueries>().PageAsync(Hr, version, new PageQuery(), Cancel)).Rows);
        Assert.Equal(("مها علي الحربي", 3), (late.Name, late.DaysLate!.Value));
        Assert.Equal(1, await The<DeskSigningService>().RemindAsync(Hr, version, Cancel));
        Assert.Equal(0, await The<DeskSigningService>().RemindAsync(Hr, version, Cancel));
    }

    [Fact]
    public async Task Copy_is_received_by_the_head_and_by_nobody_else()
    {
        var (head, act) = await MemberAsync("نورة سعد العمري");
        var (_, other) = await MemberAsync("مها علي الحربي");
        await The<DepartmentService>().ChangeAsync(Hr, await DepartmentAsync(), "خدمات المستفيدين", head, isActive: true, Cancel);
        await PublishFirstAsync();
        var copy = Assert.Single((await The<SigningQueries>().MineAsync(act, Cancel)).Copies);
        await Assert.ThrowsAsync<AccessDenied>(() => The<CopyService>().ReceiveAsync(other, copy.Id, Make.Signature(), Cancel));
        await The<CopyService>().ReceiveAsync(Again(act), copy.Id, Make.Signature(), Cancel);
        Assert.Equal("policies.copy.received", (await Assert.ThrowsAsync<RuleViolation>(() => The<CopyService>().RecordAsync(Hr, copy.Id, "هدى", Make.Signature(), Cancel))).Code);
        var text = await PaperAsync(act, await The<AckPapers>().ReceiptAsync(act, copy.Id, Cancel));
        Assert.Contains("البحث الاجتماعي", text, StringComparison.Ordinal);
        Assert.Contains("نورة سعد العمري", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Department_that_is_added_owes_a_receipt_for_what_is_in_force()
    {
        var version = await PublishFirstAsync();
        await The<DepartmentService>().AddAsync(Hr, Guid.NewGuid(), "وحدة الاستثمار", Cancel);
        Assert.Contains(await The<CoverageQueries>().CopiesAsync(Hr, version, Cancel), c => c is { DepartmentAr: "وحدة الاستثمار", ReceivedAt: null });
    }

    [Fact]
    public async Task Roster_holds_nobody_twice_and_no_account_for_two()
    {
        var (_, act) = await MemberAsync("نورة سعد العمري");
        await Refused.WithAsync("policies.member.twice", nameof(MemberForm.FullName), () => MemberAsync("نورة سعد العمري", account: false));
        var form = new MemberForm { FullName = "مها علي الحربي", DepartmentId = await DepartmentAsync(), AccountId = act.Actor.Id };
        await Refused.WithAsync("policies.member.accounttaken", nameof(MemberForm.AccountId), () => The<RosterService>().AddAsync(Hr, Guid.NewGuid(), form, Cancel));
    }

    [Fact]
    public async Task Accounts_are_added_to_the_roster_once()
    {
        await The<CaseManager.Data.CaseWriter>().SaveAsync(db =>
        {
            db.Add(new StaffUser("reception", "نورة سعد الحربي") { SecurityStamp = "stamp" });
            return Task.CompletedTask;
        }, Cancel);
        Assert.Equal(1, await The<RosterService>().AddAccountsAsync(Hr, Cancel));
        Assert.Equal(0, await The<RosterService>().AddAccountsAsync(Hr, Cancel));
        Assert.Equal("نورة سعد الحربي", Assert.Single((await The<RosterQueries>().PageAsync(Hr, new PageQuery { Search = "نوره" }, Cancel)).Rows).FullName);
    }

    [Fact]
    public async Task B57_Exported_name_that_begins_like_a_formula_stays_a_text()
    {
        await MemberAsync("=1+1 نورة سعد", account: false);
        var version = await PublishFirstAsync();
        using var file = new MemoryStream();
        var columns = new List<ExportColumn<AckRow>> { new("الاسم", 30, r => r.Name) };
        Assert.Equal(1, await ListExport.WriteAsync(file, "المتأخرون", columns, (query, cancel) => The<CoverageQueries>().PageAsync(Hr, version, query, cancel), new PageQuery { Filters = OnlyOpen }, progress: null, Cancel));
        using var book = Workbook.Open(file);
        // The reader refuses a formula wherever it stands.
        Assert.Equal(["الاسم", "=1+1 نورة سعد"], SheetReader.Rows(book).Select(r => r.Cells[0].Text));
    }

    private static readonly Dictionary<string, string> OnlyOpen = new(StringComparer.Ordinal) { ["state"] = "open" };

    private Task<Guid> VersionOfAsync(Guid member) => ReadAsync(db =>
    {
        var members = db.StaffMembers;
        return members.Where(m => m.Id == member).Select(m => m.Version).SingleAsync(Cancel);
    });

    private static DbSet<Acknowledgement> Acks(CaseManager.Data.CaseDbContext db) => db.Acknowledgements;

    private sealed class Told : IProgress<int>
    {
        public List<int> Counts { get; } = [];

        public void Report(int value) => Counts.Add(value);
    }
}

public sealed class SigningTests() : SigningSuite(TestDatabase.Sqlite());
