using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Contacts.Interactions;
using Mabarra.CaseManager.Contacts.Notices;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Documents;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Contacts.Sending;

/// <summary>
/// Sends what is due. A turn takes a few notices by a lease, sends each outside of any transaction, and notes the outcome. Two nodes never hold the same
/// notice; a node that dies lets go when its lease ends. Between the server's word and our note nothing can be certain: what was not noted goes out
/// once more under the same message number, so it is never lost and at most doubled once a crash (RELIABILITY D5).
/// </summary>
internal sealed class Outbox(
    CaseWriter writer, IDbContextFactory<CaseDbContext> contexts, GatewayReader gateways, IEnumerable<ISender> senders,
    IEnumerable<INoticeFollower> followers, Association association, NoticeMode mode, TimeProvider clock)
{
    /// <summary>So many a turn: a slow server must not make leases run out.</summary>
    internal const int AtOnce = 5;

    private const int Notes = 5;

    /// <summary>Longer than a turn can take: <see cref="AtOnce"/> times the longest attempt.</summary>
    internal static readonly TimeSpan Hold = TimeSpan.FromMinutes(5);

    /// <summary>Sends everything that is due now.</summary>
    /// <returns>How many attempts were made.</returns>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        for (var tried = 0; ;)
        {
            var lease = Guid.CreateVersion7();
            if (await TakeAsync(lease, cancel) == 0)
                return tried;
            tried += await SendLeasedAsync(lease, cancel);
        }
    }

    /// <summary>When the next attempt is due; null when nothing waits.</summary>
    public async Task<DateTime?> NextAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Notices.Where(n => n.NextTryAt != null).MinAsync(n => n.NextTryAt, cancel);
    }

    /// <summary>One statement decides: of two nodes that chose the same rows, the second finds them taken.</summary>
    private async Task<int> TakeAsync(Guid lease, CancellationToken cancel)
    {
        var (now, until) = (clock.Now, clock.Now + Hold);
        await using (var db = await contexts.CreateDbContextAsync(cancel))
        {
            // Most of the time nothing is due, and looking takes no turn at the gate.
            if (!await Due(db, now).AnyAsync(cancel))
                return 0;
        }

        return await writer.SaveAsync(async db =>
        {
            var found = await Due(db, now).OrderBy(n => n.NextTryAt).Select(n => new { n.Id, IsLeft = n.LeaseId != null }).Take(AtOnce).ToListAsync(cancel);
            var ids = found.Select(n => n.Id).ToList();
            var taken = await Due(db, now).Where(n => EF.Parameter(ids).Contains(n.Id))
                .ExecuteUpdateAsync(set => set.SetProperty(n => n.LeaseEndsAt, until).SetProperty(n => n.LeaseId, lease), cancel);
            if (taken > 0 && found.Exists(n => n.IsLeft))
                await NoteInterruptedAsync(db, lease, [.. found.Where(n => n.IsLeft).Select(n => n.Id)], cancel);
            return taken;
        }, cancel);
    }

    /// <summary>What an earlier turn held and let run out may have gone already: its history says so.</summary>
    private async Task NoteInterruptedAsync(CaseDbContext db, Guid lease, List<Guid> left, CancellationToken cancel)
    {
        foreach (var notice in await db.Notices.Where(n => EF.Parameter(left).Contains(n.Id) && n.LeaseId == lease).ToListAsync(cancel))
        {
            notice.NoteInterrupted(clock.Now);
            db.Record(new Act(Actor.System, clock.Now), "contacts.notice.interrupted", notice, notice.RecordLabel);
        }
    }

    private static IQueryable<Notice> Due(CaseDbContext db, DateTime now) =>
        db.Notices.Where(n => n.NextTryAt <= now && (n.LeaseEndsAt == null || n.LeaseEndsAt <= now));

    private async Task<int> SendLeasedAsync(Guid lease, CancellationToken cancel)
    {
        List<Notice> taken;
        Dictionary<NoticeRoute, Gateway> on;
        await using (var db = await contexts.CreateDbContextAsync(cancel))
        {
            taken = await db.Notices.AsNoTracking().Where(n => n.LeaseId == lease).OrderBy(n => n.Serial).ToListAsync(cancel);
            on = await GatewayReader.OnAsync(db, cancel);
        }

        foreach (var notice in taken)
            await NoteAsync(notice.Id, lease, await SendAsync(notice, on, cancel));
        return taken.Count;
    }

    /// <returns>Null when it must not be sent.</returns>
    private async Task<SendResult?> SendAsync(Notice notice, Dictionary<NoticeRoute, Gateway> on, CancellationToken cancel)
    {
        await using (var db = await contexts.CreateDbContextAsync(cancel))
        {
            if (mode.IsDemonstration || await NoticeMode.IsAboutNobodyAsync(db, notice.RecordId, cancel))
                return null;
        }

        if (!on.TryGetValue(notice.Route, out var gateway))
            return new(TryOutcome.Later, "off");
        var profile = await association.ProfileAsync(cancel);
        var message = new Outgoing(
            notice.MessageId(DomainOf(gateway)), notice.Recipient ?? "", notice.RecipientName, notice.Subject, notice.Body, notice.BodyEn, gateway.Sender, profile.Name);
        return await senders.First(s => s.Serves(notice.Route)).SendAsync(gateway, gateways.Open(gateway), message, cancel);
    }

    /// <summary>What is out is out: it is noted though somebody cancelled it meanwhile, the app is stopping, or another node saved the same row.</summary>
    private async Task NoteAsync(Guid id, Guid lease, SendResult? result)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await writer.SaveAsync(db => NoteAsync(db, id, lease, result), CancellationToken.None);
                return;
            }
            catch (StaleRecord) when (attempt < Notes)
            {
            }
        }
    }

    private async Task NoteAsync(CaseDbContext db, Guid id, Guid lease, SendResult? result)
    {
        var notice = await db.Notices.SingleAsync(n => n.Id == id, CancellationToken.None);
        if (notice.LeaseId != lease)
            return;
        var act = new Act(Actor.System, clock.Now);
        if (result is null)
        {
            notice.Withhold();
            db.Record(act, "contacts.notice.withheld", notice, notice.RecordLabel);
        }
        else if (result.Outcome == TryOutcome.Accepted)
        {
            notice.Accept(act.At, result.Words);
            db.Record(act, "contacts.notice.sent", notice, notice.RecordLabel);
            await InteractionLog.NoticeAsync(db, act, notice, result.Outcome, null, CancellationToken.None);
            foreach (var follower in followers)
                await follower.ReachedAsync(db, act, notice, CancellationToken.None);
        }
        else
        {
            notice.Fail(act.At, result.Outcome == TryOutcome.Refused, result.Words);
            db.Record(act, "contacts.notice.failed", notice, notice.RecordLabel);
        }
    }

    private static string DomainOf(Gateway gateway) =>
        gateway.Sender.LastIndexOf('@') is >= 0 and var at ? gateway.Sender[(at + 1)..] : "notices.local";
}
