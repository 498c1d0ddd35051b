using System.Security.Cryptography;
using System.Text;
using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Beneficiaries;
using Mabarra.CaseManager.Documents;
using Mabarra.CaseManager.Intake;
using Mabarra.CaseManager.Intake.Tracking;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Tests.Intake.Papers;
using Mabarra.CaseManager.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Tests.Intake.Tracking;

/// <summary>The tracking page's answers (أ-٥), on both databases.</summary>
public abstract class TrackingSuite(TestDatabase database) : PapersHouse(database)
{
    private const string Tail = "0101";

    [Fact]
    public async Task Number_code_and_mobile_show_state_and_days_and_nothing_else()
    {
        var (id, code) = await SlipAsync();
        var found = await ShowAsync("REQ-2026-00001", code, Tail);
        Assert.Equal(("REQ-2026-00001", RequestStatus.Complete, new DateOnly(2026, 11, 23), new DateOnly(2026, 12, 14)), (found!.Number, found.Status, found.CompletedOn, found.DueOn));
        Assert.Empty(found.Missing);
        var request = await RequestAsync(id);
        Assert.DoesNotContain(typeof(TrackedRequest).GetProperties(), p => p.Name is "BeneficiaryId" or "Description" or "RequestedAmount" or "Outcome" or "ServiceTypeId");
        Assert.Equal(request.Number, found.Number);
    }

    [Fact]
    public async Task An_incomplete_request_says_what_is_still_missing()
    {
        var id = await ReadyRequestAsync(leftOut: "item");
        await The<RequestService>().LeaveIncompleteAsync(Clerk, id, await VersionAsync(id), Cancel);
        var code = TrackOn(await TextAsync(id, IssuedKind.DeficiencyNotice));
        var open = (await RequestAsync(id)).Items.Where(i => i.IsOpen).Select(i => i.NameAr).ToList();
        var found = await ShowAsync("REQ-2026-00001", code, Tail);
        Assert.Equal((RequestStatus.Incomplete, (DateOnly?)null), (found!.Status, found.DueOn));
        Assert.NotEmpty(open);
        Assert.Equal(open, found.Missing.Select(m => m.NameAr));
    }

    [Fact]
    public async Task B43_However_it_is_typed_it_is_understood()
    {
        var (_, code) = await SlipAsync();
        var arabic = string.Concat(code.Select(c => c is >= '0' and <= '9' ? (char)(c - '0' + '\u0660') : c));
        foreach (var (number, typed, tail) in new[] { ("req 2026 00001", code.ToLowerInvariant(), "٠١٠١"), ("٢٠٢٦-٠٠٠٠١", arabic, "0500000101"), (" REQ-2026-00001\u200F", code.Replace("-", "", StringComparison.Ordinal), " 0101 ") })
            Assert.NotNull(await The<RequestTracker>().FindAsync(new TrackingAsked(number, typed, tail), Cancel));
    }

    [Fact]
    public async Task B43_Wrong_number_wrong_code_and_wrong_mobile_cost_the_same_work_and_get_the_same_answer()
    {
        var (_, code) = await SlipAsync();
        var other = await CompletedAsync();
        var otherCode = TrackOn(await TextAsync(other, IssuedKind.ReceiptSlip));
        // Once before, so that nothing is compiled while it is watched.
        await AskAsync("REQ-2026-00001", code, Tail);
        var works = new List<(Guid? Answer, string Work)>();
        foreach (var (number, typed, tail) in new[]
        {
            ("REQ-2026-00002", code, Tail), ("REQ-2026-99999", code, Tail), ("REQ-2026-00001", "2222-2222-2222-2222", Tail), ("REQ-2026-00001", "no code", Tail),
            ("REQ-2026-00001", otherCode, Tail), ("REQ-2026-00001", code, "0102"), ("REQ-2026-00001", code, ""), ("", "", ""), ("' OR 1=1 --", "' OR 1=1 --", "%"),
        })
            works.Add(await AskAsync(number, typed, tail));
        Assert.All(works, w => Assert.Null(w.Answer));
        Assert.Single(works.Select(w => w.Work).Distinct(StringComparer.Ordinal));
        // What is right costs no other work either.
        var (answer, work) = await AskAsync("REQ-2026-00001", code, Tail);
        Assert.NotNull(answer);
        Assert.Equal(works[0].Work, work);
    }

    [Fact]
    public async Task Who_found_the_paper_cannot_try_all_endings_of_the_mobile()
    {
        var (_, code) = await SlipAsync();
        for (var n = 0; n < TrackingTries.ADay; n++)
            Assert.Null((await AskAsync("REQ-2026-00001", code, n.ToString("D4", System.Globalization.CultureInfo.InvariantCulture))).Answer);
        // The right one comes too late today, and looks no other than a wrong one.
        Assert.Null((await AskAsync("REQ-2026-00001", code, Tail)).Answer);
    }

    [Fact]
    public async Task The_code_is_on_the_paper_only()
    {
        var (id, code) = await SlipAsync();
        var bare = code.Replace("-", "", StringComparison.Ordinal);
        Assert.Equal(16, bare.Length);
        var row = Assert.Single(await CountAsync(db => db.TrackingCodes));
        Assert.Equal((id, 32), (row.RequestId, row.CodeHash.Length));
        Assert.NotEqual(SHA256.HashData(Encoding.UTF8.GetBytes(bare)), row.CodeHash);
        Assert.Contains("http://localhost:5000/track", Dense(await TextAsync(id, IssuedKind.ReceiptSlip)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lost_code_is_given_anew_after_the_card_was_seen_and_the_old_one_opens_nothing()
    {
        var (id, code) = await SlipAsync();
        var open = await The<RequestTracker>().FindAsync(new TrackingAsked("REQ-2026-00001", code, Tail), Cancel);
        await ReissueAsync(id, await CardAsync(id));

        Assert.Null(await ShowAsync("REQ-2026-00001", code, Tail));
        // A page left open somewhere shows no more either.
        Assert.Null(await The<RequestTracker>().ShowAsync(open!.Value, Cancel));
        var fresh = TrackOn(await TextAsync(id, IssuedKind.ReceiptSlip));
        Assert.NotEqual(code, fresh);
        Assert.NotNull(await ShowAsync("REQ-2026-00001", fresh, Tail));
        var entry = Assert.Single(await CountAsync(db => db.AuditEntries.Where(e => e.Action == "intake.tracking.reissue")));
        Assert.Equal((id, "أ-5"), (entry.RecordId, entry.ClauseKey));
        var voided = Assert.Single(await CountAsync(db => db.TrackingCodes.Where(c => c.VoidedAt != null)));
        Assert.Equal(TrackingProof.OwnCard, voided.VoidedProof);
    }

    [Fact]
    public async Task Another_persons_card_gives_no_code_and_leaves_the_old_one()
    {
        var (id, code) = await SlipAsync();
        var card = await CardAsync(id);
        var wrong = card[..3] + (card[3] == '9' ? '0' : (char)(card[3] + 1));
        Assert.Equal("intake.tracking.notcard", (await Assert.ThrowsAsync<RuleViolation>(() => ReissueAsync(id, wrong))).Breaches[0].Code);
        Assert.Equal("intake.tracking.idtail", (await Assert.ThrowsAsync<RuleViolation>(() => ReissueAsync(id, ""))).Breaches[0].Code);
        await Assert.ThrowsAsync<AccessDenied>(() => ReissueAsync(id, card, By(StaffRole.HumanResources)));
        Assert.NotNull(await ShowAsync("REQ-2026-00001", code, Tail));
    }

    [Fact]
    public async Task A_request_without_a_paper_for_her_has_no_code_to_give_anew()
    {
        var id = await OpenRequestAsync();
        Assert.Equal("intake.tracking.nopaper", (await Assert.ThrowsAsync<RuleViolation>(async () => await ReissueAsync(id, await CardAsync(id)))).Breaches[0].Code);
    }

    private async Task<(Guid Id, string Code)> SlipAsync()
    {
        var id = await CompletedAsync();
        return (id, TrackOn(await TextAsync(id, IssuedKind.ReceiptSlip)));
    }

    private async Task<TrackedRequest?> ShowAsync(string number, string code, string tail) =>
        await The<RequestTracker>().FindAsync(new TrackingAsked(number, code, tail), Cancel) is { } found ? await The<RequestTracker>().ShowAsync(found, Cancel) : null;

    private async Task<(Guid? Answer, string Work)> AskAsync(string number, string code, string tail)
    {
        using var asked = new AskedDatabase();
        var answer = await The<RequestTracker>().FindAsync(new TrackingAsked(number, code, tail), Cancel);
        Assert.NotEmpty(asked.Asked);
        return (answer, string.Join("\n;\n", asked.Asked));
    }

    private async Task<string> CardAsync(Guid request)
    {
        var owner = (await RequestAsync(request)).BeneficiaryId;
        return await ReadAsync(async db =>
        {
            var people = db.Beneficiaries;
            return await people.Where(b => b.Id == owner).Select(b => b.IdTail).SingleAsync(Cancel);
        });
    }

    private async Task ReissueAsync(Guid id, string card, Act? act = null) => await The<TrackingService>().ReissueAsync(
        act ?? Clerk, id, await VersionAsync(id), new TrackingReissue { Proof = TrackingProof.OwnCard, IdTail = card }, Cancel);
}

public sealed class TrackingTests() : TrackingSuite(TestDatabase.Sqlite());
