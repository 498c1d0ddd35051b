using System.Security.Cryptography;
using Mabarra.CaseManager.Committee;
using Mabarra.CaseManager.Contacts.Notices;
using Mabarra.CaseManager.Documents;
using Mabarra.CaseManager.Intake;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Tests.Committee;

/// <summary>Minutes, on both databases.</summary>
public abstract class MinutesSuite(TestDatabase database) : SittingHouse(database)
{
    [Fact]
    public async Task Minutes_write_themselves_are_signed_with_the_chair_last_and_only_then_the_decision_stands()
    {
        var (id, request) = await SigningAsync();
        var body = (await MinutesAsync(id, Secretary)).Minutes.Body;
        foreach (var word in new[] { "1/1448", "لجنة دراسة طلبات المستفيدين", "الموافقة على الطلب", "1,250.00", "المادة (7/2)", "موافق 2، غير موافق 1", "المبلغ كبير", "ولم يحضر العضو الثاني" })
            Assert.Contains(word, body, StringComparison.Ordinal);

        await Refused.WithAsync("committees.minutes.chairlast", null, () => SignAsync(Chair, id));
        await Assert.ThrowsAsync<AccessDenied>(() => SignAsync(Second, id));
        await SignAsync(First, id, reservation: "أتحفظ على المبلغ");
        await Refused.WithAsync("committees.minutes.twice", null, () => SignAsync(First, id));
        await SignAsync(Secretary, id);
        Assert.Equal(RequestStatus.AtCommittee, (await RequestAsync(request)).Status);
        await SignAsync(Chair, id);

        var decided = await RequestAsync(request);
        Assert.Equal((RequestStatus.Decided, ReviewLane.ToReply, By().On), (decided.Status, decided.Lane!.Value, decided.DecidedOn!.Value));
        Assert.NotNull(decided.DueOrder);
        var after = await MinutesAsync(id, First);
        Assert.Equal((MinutesStatus.Approved, true), (after.Minutes.Status, after.IsIntact));
        Assert.Contains(await CountAsync(db => db.Set<Notice>()), n => n.Kind == NoticeKind.Decision);
        await PaperAsync(after);
    }

    [Fact]
    public async Task C4_Nobody_signs_words_he_did_not_see_and_nothing_changes_after_the_first_signature()
    {
        var (id, _) = await SigningAsync();
        var seen = (await MinutesAsync(id, First)).Hash;
        await The<MinutesService>().ReopenAsync(As(Secretary), id, await VersionOfAsync(id), Cancel);
        await The<MinutesService>().EditAsync(As(Secretary), id, await VersionOfAsync(id), "نص آخر للمحضر بعد ملاحظات الأعضاء", Cancel);
        await The<MinutesService>().FixAsync(As(Secretary), id, await VersionOfAsync(id), Cancel);
        await Refused.WithAsync("committees.minutes.otherwords", null, () => SignAsync(First, id, seen: seen));
        await SignAsync(First, id);
        var version = await VersionOfAsync(id);
        await Refused.WithAsync("committees.minutes.fixed", null, () => The<MinutesService>().EditAsync(As(Secretary), id, version, "تعديل بعد التوقيع غير مقبول", Cancel));
        await Refused.WithAsync("committees.minutes.signed", null, () => The<MinutesService>().ReopenAsync(As(Secretary), id, version, Cancel));
    }

    [Fact]
    public async Task A_signature_asks_for_a_fresh_confirmation_and_a_drawing()
    {
        var (id, _) = await SigningAsync();
        var act = As(First);
        var stale = act with { Actor = act.Actor with { ConfirmedAt = Clock.Now.AddMinutes(-6) } };
        var form = new MinutesSignatureForm { Seen = (await MinutesAsync(id, First)).Hash, Drawing = Make.Signature() };
        await Assert.ThrowsAsync<NotConfirmed>(() => The<MinutesSigningService>().SignAsync(stale, id, form, Cancel));
        await Refused.WithAsync("committees.minutes.draw", nameof(form.Drawing), () => The<MinutesSigningService>().SignAsync(act, id, form with { Drawing = null }, Cancel));
        Assert.Empty(await CountAsync(db => db.Set<MinutesSignature>()));
    }

    [Fact]
    public async Task A_vote_changed_by_hand_shows_and_is_never_approved()
    {
        var (id, request) = await SigningAsync();
        await SignAsync(First, id);
        await SignAsync(Secretary, id);
        await ReadAsync(db => db.Set<MemberVote>().Where(v => v.EmployeeId == First.Id).ExecuteUpdateAsync(v => v.SetProperty(x => x.Choice, VoteChoice.For), Cancel));
        Assert.False((await MinutesAsync(id, Chair)).IsIntact);
        await Refused.WithAsync("committees.minutes.tampered", null, () => SignAsync(Chair, id));
        Assert.Equal((RequestStatus.AtCommittee, 2), ((await RequestAsync(request)).Status, (await CountAsync(db => db.Set<MinutesSignature>())).Count));
    }

    [Fact]
    public async Task C3_Signatures_at_the_same_moment_approve_once_and_a_supplement_changes_no_decision()
    {
        var (id, request) = await SigningAsync();
        await Task.WhenAll(Task.Run(() => SignAsync(First, id), Cancel), Task.Run(() => SignAsync(Secretary, id), Cancel));
        var ends = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () => await Record.ExceptionAsync(() => SignAsync(Chair, id)))));
        Assert.Single(ends, e => e is null);
        Assert.Single(await CountAsync(db => db.IssuedDocuments.Where(d => d.RecordId == id)));

        var sitting = (await MinutesAsync(id, Secretary)).Sitting.Id;
        var more = await The<MinutesService>().WriteAsync(As(Secretary), Guid.NewGuid(), sitting, Cancel);
        Assert.Equal("1/1448-2", (await MinutesAsync(more, Secretary)).Minutes.Number);
        await Refused.WithAsync("committees.minutes.exists", null, () => The<MinutesService>().WriteAsync(As(Secretary), Guid.NewGuid(), sitting, Cancel));
        Assert.Equal(RequestStatus.Decided, (await RequestAsync(request)).Status);
    }

    [Fact]
    public async Task The_last_day_to_sign_comes_before_the_nearest_reply_is_due()
    {
        Clock.SetUtcNow(new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));
        var (id, _) = await SigningAsync(afterDays: 17);
        // Due on 14 December; fixed on the tenth, a Thursday: signed by Sunday the thirteenth, not five days later.
        Assert.Equal(new DateOnly(2026, 12, 13), (await MinutesAsync(id, Secretary)).Minutes.SignByOn);
    }

    [Fact]
    public async Task D4_The_paper_is_sealed_with_its_approval_and_everybody_who_holds_it_is_told_who_signed_and_when()
    {
        var (id, request) = await SigningAsync();
        await AllSignAsync(id);
        var view = await MinutesAsync(id, Secretary);
        Assert.Equal((false, view.Minutes.ApprovedAt, SealState.Ready), (view.AwaitsSeal, view.SealedAt, view.Seal!.State));
        var pdf = await BytesAsync(view.Minutes.PaperId!.Value);
        var said = Poppler.Seal(pdf);
        Assert.Contains("Signature is Valid", said, StringComparison.Ordinal);
        Assert.Contains("Total document signed", said, StringComparison.Ordinal);

        var found = (await The<Verification>().ByFileAsync(SHA256.HashData(pdf), Cancel))!;
        Assert.Equal((view.SealedAt, false, false), (found.SealedAt, found.IsForged, found.IsEarlier));
        Assert.Equal(
            view.Minutes.Signatures.OrderBy(s => s.Position).Select(s => (s.Name, s.SignedAt)), found.Signers.OrderBy(s => s.Name == Chair.FullName ? 0 : s.Name == Secretary.FullName ? 1 : 2).Select(s => (s.Name, s.SignedAt)));
        Assert.Equal(Chair.FullName, found.Signers[^1].Name);
        pdf[pdf.Length / 2] ^= 1;
        Assert.Equal(SealFinding.Altered, await The<PaperSeals>().ExamineAsync(pdf, Cancel));
        Assert.Null(await The<Verification>().ByFileAsync(SHA256.HashData(pdf), Cancel));

        var letter = Assert.Single(await CountAsync(db => db.IssuedDocuments.Where(d => d.RecordId == request && d.Kind == IssuedKind.DecisionLetter)));
        await LetterAsync(letter.Id);
    }

    [Fact]
    public async Task S11_Without_a_certificate_it_waits_visibly_and_is_sealed_later_once_with_both_files_kept()
    {
        var file = Path.Combine(Folder, "keys", "seal.pfx");
        var (id, _) = await SigningAsync();
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await File.WriteAllTextAsync(file, "no certificate", Cancel);
        await AllSignAsync(id);
        var waiting = await MinutesAsync(id, Secretary);
        Assert.Equal((MinutesStatus.Approved, true, SealState.Unreadable), (waiting.Minutes.Status, waiting.AwaitsSeal, waiting.Seal!.State));
        var plain = await BytesAsync(waiting.Minutes.PaperId!.Value);
        Assert.True((await The<Verification>().ByFileAsync(SHA256.HashData(plain), Cancel))!.AwaitsSeal);
        await Refused.WithAsync("documents.seal.Unreadable", null, () => The<MinutesSigningService>().SealAsync(As(Secretary), id, Cancel));
        await Assert.ThrowsAsync<AccessDenied>(() => The<MinutesSigningService>().SealAsync(As(First), id, Cancel));

        File.Delete(file);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => The<MinutesSigningService>().SealAsync(As(Secretary), id, Cancel))));
        Assert.Single(await CountAsync(db => db.IssuedSeals));
        var pdf = await BytesAsync(waiting.Minutes.PaperId.Value);
        Assert.Equal(plain, pdf[..plain.Length]);
        Assert.Contains("Signature is Valid", Poppler.Seal(pdf), StringComparison.Ordinal);
        Assert.True((await The<Verification>().ByFileAsync(SHA256.HashData(plain), Cancel))!.IsEarlier);
        Assert.False((await The<Verification>().ByFileAsync(SHA256.HashData(pdf), Cancel))!.IsEarlier);
    }

    [Fact]
    public async Task D4_A_stop_between_the_last_signature_and_its_seal_leaves_neither()
    {
        var (id, request) = await SigningAsync();
        await SignAsync(First, id);
        await SignAsync(Secretary, id);
        await using (var sealing = await DyingAsync("IssuedSeals"))
            await Assert.ThrowsAnyAsync<Exception>(() => SignAsync(Chair, id));
        var after = await MinutesAsync(id, Chair);
        Assert.Equal((MinutesStatus.Signing, 2, true), (after.Minutes.Status, after.Minutes.Signatures.Count, after.MaySign));
        Assert.Equal(RequestStatus.AtCommittee, (await RequestAsync(request)).Status);
        await SignAsync(Chair, id);
        Assert.False((await MinutesAsync(id, Chair)).AwaitsSeal);
        Assert.Single(await CountAsync(db => db.IssuedSeals));
    }

    [Fact]
    public async Task A_vote_changed_by_hand_after_approval_shows_to_whoever_verifies_and_each_night()
    {
        var (id, _) = await SigningAsync();
        await AllSignAsync(id);
        var pdf = await BytesAsync((await MinutesAsync(id, Secretary)).Minutes.PaperId!.Value);
        Assert.Null(await The<MinutesTruth>().RunAsync(Cancel));
        await ReadAsync(db => db.Set<MemberVote>().Where(v => v.EmployeeId == First.Id).ExecuteUpdateAsync(v => v.SetProperty(x => x.Choice, VoteChoice.For), Cancel));
        Assert.True((await The<Verification>().ByFileAsync(SHA256.HashData(pdf), Cancel))!.IsForged);
        Assert.Contains("MemberVotes", await The<MinutesTruth>().RunAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_left_early_signs_only_the_items_he_was_there_for()
    {
        var (first, second) = (await ReadyForCommitteeAsync(), await ReadyForCommitteeAsync());
        var sitting = await InvitedAsync(requests: [first, second]);
        await ArriveAsync(sitting, Chair, Secretary, First, Second);
        await The<RoomService>().OpenAsync(As(Chair), sitting, Cancel);
        await DecideAsync(sitting, 0, Chair, Secretary, First, Second);
        Clock.Advance(TimeSpan.FromMinutes(5));
        await The<RoomService>().LeaveAsync(As(Second), sitting, Second.Id, Cancel);
        Clock.Advance(TimeSpan.FromMinutes(5));
        await DecideAsync(sitting, 1, Chair, Secretary, First);
        var id = await FixedAsync(sitting);

        var (whole, part) = (await MinutesAsync(id, First), await MinutesAsync(id, Second));
        Assert.Equal((null, whole.Hash), (whole.OwnItems, whole.OwnHash));
        Assert.Equal("1", part.OwnItems);
        await Refused.WithAsync("committees.minutes.otherwords", null, () => SignAsync(Second, id, seen: part.Hash));
        await SignAsync(Second, id);
        await AllSignAsync(id);
        var done = await MinutesAsync(id, Secretary);
        Assert.Equal(("1", true), (done.Minutes.Signatures.Single(s => s.EmployeeId == Second.Id).Items, done.IsIntact));
    }

    [Fact]
    public async Task On_paper_before_two_witnesses_counts_as_much_as_on_the_screen()
    {
        var (id, request) = await SigningAsync();
        var printed = await The<MinutesPapers>().PrintAsync(As(Secretary), id, Cancel);
        Assert.Equal(printed, await The<MinutesPapers>().PrintAsync(As(Secretary), id, Cancel));
        await Assert.ThrowsAsync<AccessDenied>(() => The<MinutesPapers>().PrintAsync(As(First), id, Cancel));
        Assert.Contains((await MinutesAsync(id, First)).Hash!, PdfReading.Plain(Poppler.Text(await BytesAsync(printed))).Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);

        var scan = await ScanAsync(id);
        var form = new PaperSignatureForm { EmployeeId = First.Id, DocumentId = scan, FirstWitness = "سعد العتيبي", SecondWitness = "نورة القحطاني", Reservation = "المبلغ كبير" };
        Task Record(PaperSignatureForm paper) => The<MinutesSigningService>().SignOnPaperAsync(As(Secretary), id, paper, Cancel);
        await Refused.WithAsync("committees.minutes.witness", nameof(form.SecondWitness), () => Record(form with { SecondWitness = "سَعد العتيبى" }));
        await Refused.WithAsync("committees.minutes.ownwitness", nameof(form.FirstWitness), () => Record(form with { FirstWitness = First.FullName }));
        await Refused.WithAsync("committees.minutes.scan", nameof(form.DocumentId), () => Record(form with { DocumentId = Guid.NewGuid() }));
        await Refused.WithAsync("committees.minutes.who", nameof(form.EmployeeId), () => Record(form with { EmployeeId = Second.Id }));
        await Assert.ThrowsAsync<AccessDenied>(() => The<MinutesSigningService>().SignOnPaperAsync(As(First), id, form, Cancel));
        await Record(form);
        await AllSignAsync(id);

        Assert.Equal(RequestStatus.Decided, (await RequestAsync(request)).Status);
        var paper = (await MinutesAsync(id, Secretary)).Minutes.Signatures.Single(s => s.EmployeeId == First.Id);
        Assert.Equal((SigningWay.Paper, "سعد العتيبي، نورة القحطاني", "أمين اللجنة"), (paper.Way, paper.Witnesses, paper.RecordedByName));
    }

    [Fact]
    public async Task A_decision_by_circulation_is_signed_by_all_and_told_to_the_next_sitting()
    {
        var request = await ReadyForCommitteeAsync();
        var sitting = await InvitedAsync(SittingMode.Circulation, request);
        await The<RoomService>().OpenAsync(As(Chair), sitting, Cancel);
        await DecideAsync(sitting, 0, Chair, Secretary, First, Second);
        var id = await FixedAsync(sitting);
        Assert.Equal(4, (await MinutesAsync(id, Secretary)).Awaited.Count);
        await SignAsync(Second, id);
        await AllSignAsync(id);
        Assert.Equal(RequestStatus.Decided, (await RequestAsync(request)).Status);

        Clock.Advance(TimeSpan.FromHours(1));
        var (next, _) = await SigningAsync();
        Assert.Contains("بالتمرير منذ الجلسة السابقة: 1/1448", (await MinutesAsync(next, Secretary)).Minutes.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_member_no_longer_in_the_committee_a_second_before_signs_what_he_was_there_for_and_nothing_else()
    {
        var (id, _) = await SigningAsync();
        var member = (await CommitteeAsync()).Members.Single(m => m.EmployeeId == First.Id);
        await The<CommitteeService>().EndMemberAsync(By(StaffRole.SeniorManagement), CommitteeId, await CommitteeVersionAsync(), member.Id, new EndForm(By().On, "انتقل إلى مدينة أخرى"), Cancel);
        Clock.Advance(TimeSpan.FromDays(1));
        // His presence stands in the minutes, so his signature is asked for still.
        await SignAsync(First, id);
        await AllSignAsync(id);
        Assert.Equal(MinutesStatus.Approved, (await MinutesAsync(id, Secretary)).Minutes.Status);
    }

    [Fact]
    public async Task Sixty_pages_and_a_name_of_two_directions_are_printed_and_sealed_whole()
    {
        var (sitting, item, _) = await DiscussingAsync(Chair, Secretary, await MixedAsync());
        await VotedAsync(sitting, item, Chair, Secretary, First);
        await The<RoomService>().EndAsync(As(Chair), sitting, Cancel);
        var id = await The<MinutesService>().WriteAsync(As(Secretary), Guid.NewGuid(), sitting, Cancel);
        var text = string.Join('\n', Enumerable.Range(1, 1900).Select(n => $"سطر {n} من نص المحضر الطويل"));
        await The<MinutesService>().EditAsync(As(Secretary), id, await VersionOfAsync(id), text, Cancel);
        await The<MinutesService>().FixAsync(As(Secretary), id, await VersionOfAsync(id), Cancel);
        await AllSignAsync(id);
        var pdf = await BytesAsync((await MinutesAsync(id, Secretary)).Minutes.PaperId!.Value);
        Assert.Contains("Signature is Valid", Poppler.Seal(pdf), StringComparison.Ordinal);
        var read = Poppler.Text(pdf);
        Assert.InRange(read.Count(c => c == '\f'), 50, 90);
        Assert.Contains("1900", read, StringComparison.Ordinal);
        Assert.Contains("Adam", read, StringComparison.Ordinal);
    }

    /// <summary>Ended, its minutes fixed; the first member voted against with a reservation, the second did not come.</summary>
    private async Task<(Guid Minutes, Guid Request)> SigningAsync(int afterDays = 0)
    {
        var (sitting, item, request) = await DiscussingAsync(Chair, Secretary, First);
        await The<VoteService>().OpenAsync(As(Secretary), sitting, item, Approve, Cancel);
        await VoteAsync(Chair, sitting, item, VoteChoice.For);
        await VoteAsync(Secretary, sitting, item, VoteChoice.For);
        await VoteAsync(First, sitting, item, VoteChoice.Against, "المبلغ كبير");
        await The<VoteService>().CloseAsync(As(Secretary), sitting, item, Cancel);
        await The<RoomService>().EndAsync(As(Chair), sitting, Cancel);
        var id = await The<MinutesService>().WriteAsync(As(Secretary), Guid.NewGuid(), sitting, Cancel);
        await The<MinutesService>().CirculateAsync(As(Secretary), id, await VersionOfAsync(id), Cancel);
        Clock.Advance(TimeSpan.FromDays(afterDays));
        await The<MinutesService>().FixAsync(As(Secretary), id, await VersionOfAsync(id), Cancel);
        return (id, request);
    }

    /// <summary>All who have not yet, who presided last.</summary>
    private async Task AllSignAsync(Guid id)
    {
        foreach (var member in (await MinutesAsync(id, Secretary)).Awaited.Select(a => a.EmployeeId).ToList())
            await SignAsync(new[] { Chair, Secretary, First, Second }.Single(u => u.Id == member), id);
    }

    private async Task DecideAsync(Guid sitting, int place, params StaffUser[] voters)
    {
        var item = (await ViewAsync(sitting)).Items[place].Id;
        await The<RoomService>().BeginItemAsync(As(Secretary), sitting, item, Cancel);
        await VotedAsync(sitting, item, voters);
    }

    private async Task VotedAsync(Guid sitting, Guid item, params StaffUser[] voters)
    {
        await The<VoteService>().OpenAsync(As(Secretary), sitting, item, Approve, Cancel);
        foreach (var voter in voters)
            await VoteAsync(voter, sitting, item, VoteChoice.For);
        await The<VoteService>().CloseAsync(As(Secretary), sitting, item, Cancel);
    }

    private async Task<Guid> FixedAsync(Guid sitting)
    {
        await The<RoomService>().EndAsync(As(Chair), sitting, Cancel);
        var id = await The<MinutesService>().WriteAsync(As(Secretary), Guid.NewGuid(), sitting, Cancel);
        await The<MinutesService>().FixAsync(As(Secretary), id, await VersionOfAsync(id), Cancel);
        return id;
    }

    /// <summary>The first member, under a name of two directions, on the sittings invited from now on.</summary>
    private async Task<StaffUser> MixedAsync()
    {
        await ReadAsync(db => db.Set<CommitteeMember>().Where(m => m.EmployeeId == First.Id).ExecuteUpdateAsync(m => m.SetProperty(x => x.Name, "آدم Adam الأول"), Cancel));
        return First;
    }

    private async Task<Guid> ScanAsync(Guid id)
    {
        using var picture = new MemoryStream(Make.Signature());
        var file = new NewDocument { Key = Guid.NewGuid(), OwnerId = id, OwnerType = nameof(Minutes), FileName = "scan.png", Sensitivity = Sensitivity.Normal };
        return await The<DocumentService>().StoreAsync(As(Secretary), file, picture, cancel: Cancel);
    }

    /// <summary>As if the power failed at the first row of this table.</summary>
    private async Task<IAsyncDisposable> DyingAsync(string table)
    {
        await RunAsync(IsSqlite
            ? $"""CREATE TRIGGER dying BEFORE INSERT ON "{table}" BEGIN SELECT RAISE(ABORT, 'stopped'); END"""
            : $"""CREATE FUNCTION dying() RETURNS trigger AS $$ BEGIN RAISE EXCEPTION 'stopped'; END $$ LANGUAGE plpgsql; CREATE TRIGGER dying BEFORE INSERT ON "{table}" FOR EACH ROW EXECUTE FUNCTION dying()""");
        return new Undo(() => RunAsync(IsSqlite ? "DROP TRIGGER dying" : $"""DROP TRIGGER dying ON "{table}"; DROP FUNCTION dying()"""));
    }

    private bool IsSqlite => Configuration["Database:Provider"] is null or "Sqlite";

    private Task<int> RunAsync(string sql) => ReadAsync(db => db.Database.ExecuteSqlRawAsync(sql, Cancel));

    private sealed class Undo(Func<Task> undo) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await undo();
    }

    private async Task<byte[]> BytesAsync(Guid paper)
    {
        await using var opened = await The<IssuedDocuments>().OpenAsync(As(Secretary), paper, Cancel);
        using var bytes = new MemoryStream();
        await opened.Content.CopyToAsync(bytes, Cancel);
        return bytes.ToArray();
    }

    /// <summary>خطاب القرار names the request, the sitting, the amount and its ground.</summary>
    private async Task LetterAsync(Guid id)
    {
        await using var opened = await The<IssuedDocuments>().OpenAsync(By(StaffRole.FrontDesk), id, Cancel);
        using var bytes = new MemoryStream();
        await opened.Content.CopyToAsync(bytes, Cancel);
        if (Environment.GetEnvironmentVariable("MABARRA_PICTURES") is { } folder)
            await File.WriteAllBytesAsync(Path.Combine(folder, "letter.pdf"), bytes.ToArray(), Cancel);
        var text = PdfReading.Plain(Poppler.Text(bytes.ToArray()));
        foreach (var word in new[] { "1/1448", "1,250.00", "7/2", "الموافقة على الطلب" })
            Assert.Contains(word, text, StringComparison.Ordinal);
    }

    private async Task SignAsync(StaffUser member, Guid id, string? reservation = null, string? seen = null) => await The<MinutesSigningService>().SignAsync(
        As(member), id, new MinutesSignatureForm { Seen = seen ?? (await MinutesAsync(id, member)).OwnHash, Drawing = Make.Signature(), Reservation = reservation }, Cancel);

    private async Task<MinutesView> MinutesAsync(Guid id, StaffUser reader) => (await The<MinutesQueries>().OpenAsync(As(reader), id, Cancel))!;

    private async Task<Guid> VersionOfAsync(Guid id) => (await MinutesAsync(id, Secretary)).Minutes.Version;

    /// <summary>Opened again: every signer, reservation and the hash stand in it, and the verification knows it.</summary>
    private async Task PaperAsync(MinutesView view)
    {
        await using var opened = await The<IssuedDocuments>().OpenAsync(As(First), view.Minutes.PaperId!.Value, Cancel);
        using var bytes = new MemoryStream();
        await opened.Content.CopyToAsync(bytes, Cancel);
        if (Environment.GetEnvironmentVariable("MABARRA_PICTURES") is { } folder)
            await File.WriteAllBytesAsync(Path.Combine(folder, "minutes.pdf"), bytes.ToArray(), Cancel);
        Poppler.Require();
        var text = PdfReading.Plain(Poppler.Text(bytes.ToArray()));
        Assert.Contains(view.Hash!, text.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        foreach (var signature in view.Minutes.Signatures)
            Assert.Contains(signature.Name.Split(' ')[0], text, StringComparison.Ordinal);
        Assert.Equal(IssuedKind.CommitteeMinutes, (await The<Verification>().ByFileAsync(opened.Sha256.ToArray(), Cancel))!.Kind);
    }
}

public sealed class MinutesTests() : MinutesSuite(TestDatabase.Sqlite());
