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
        await Assert.ThrowsAsync<NotConfirmed>(() => The<MinutesService>().SignAsync(stale, id, form, Cancel));
        await Refused.WithAsync("committees.minutes.draw", nameof(form.Drawing), () => The<MinutesService>().SignAsync(act, id, form with { Drawing = null }, Cancel));
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
        await Task.WhenAll(Task.Run(() => SignAsync(First, id)), Task.Run(() => SignAsync(Secretary, id)));
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

    private async Task SignAsync(StaffUser member, Guid id, string? reservation = null, string? seen = null) => await The<MinutesService>().SignAsync(
        As(member), id, new MinutesSignatureForm { Seen = seen ?? (await MinutesAsync(id, Secretary)).Hash, Drawing = Make.Signature(), Reservation = reservation }, Cancel);

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
