using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Contacts.Notices;
using Mabarra.CaseManager.Contacts.Sending;
using Mabarra.CaseManager.Data;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Contacts.Information;

/// <summary>
/// Hands announcements to the outbox, a batch at a time: the notices of a batch and how far it came are one transaction, and of two nodes at the same batch
/// the second finds the announcement changed and writes nothing. A new batch waits until the outbox has sent the one before, so that a stop stops.
/// </summary>
internal sealed class AnnouncementSender(CaseWriter writer, IDbContextFactory<CaseDbContext> contexts, NoticeWriter notices, NoticeMode mode, TimeProvider clock)
{
    /// <summary>So many people a transaction.</summary>
    internal const int AtOnce = 100;

    /// <summary>Writes batches until the outbox has enough to do, or nothing is left.</summary>
    /// <returns>How many batches were written.</returns>
    public async Task<int> RunAsync(CancellationToken cancel, int atOnce = AtOnce)
    {
        for (var written = 0; ; written++)
        {
            if (await NextAsync(cancel) is not { } id)
                return written;
            try
            {
                if (!await writer.SaveAsync(db => StepAsync(db, id, atOnce, cancel), cancel))
                    return written;
            }
            catch (StaleRecord)
            {
                // Stopped meanwhile, or another node was quicker: looked at anew.
            }
        }
    }

    private async Task<Guid?> NextAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Announcements.Where(a => a.Status == AnnouncementStatus.Sending).OrderBy(a => a.Serial).Select(a => (Guid?)a.Id).FirstOrDefaultAsync(cancel);
    }

    /// <returns>False when the outbox has enough of it to do already.</returns>
    private async Task<bool> StepAsync(CaseDbContext db, Guid id, int atOnce, CancellationToken cancel)
    {
        var announcement = await db.Announcements.SingleAsync(a => a.Id == id, cancel);
        if (announcement.Status != AnnouncementStatus.Sending)
            return true;
        if (await db.Notices.AnyAsync(n => n.RecordId == id && n.Status == NoticeStatus.Waiting, cancel))
            return false;
        var act = new Act(Actor.System, clock.Now);
        var last = announcement.LastFileNo;
        var people = await AnnouncementAudience.Of(db, announcement).Where(b => b.FileNo > last).OrderBy(b => b.FileNo).Take(atOnce)
            .Select(b => new AnnouncedPerson(b.Id, b.FileNo, b.Mobile, b.Email)).ToListAsync(cancel);
        if (people.Count == 0)
            announcement.Finish(act.At);
        else
            await TellAsync(db, act, announcement, people, cancel);
        db.Record(act, people.Count == 0 ? "information.announcement.done" : "information.announcement.batch", announcement, announcement.Number, "خ-3");
        return true;
    }

    private async Task TellAsync(CaseDbContext db, Act act, Announcement announcement, List<AnnouncedPerson> people, CancellationToken cancel)
    {
        var on = await AnnouncementAudience.WaysAsync(db, mode, cancel);
        var news = people.Select(p => (p.Id, Way: AnnouncementAudience.WayTo(announcement, p, on))).Where(p => p.Way is not null)
            .Select(p => new NewNotice
            {
                Kind = announcement.IsAwareness ? NoticeKind.Awareness : NoticeKind.Announcement,
                BeneficiaryId = p.Id,
                RecordType = nameof(Announcement),
                RecordId = announcement.Id,
                RecordLabel = announcement.Number,
                Channel = p.Way,
                Values = new NoticeValues().With("text", announcement.TextAr, announcement.TextEn),
            }).ToList();
        await notices.WriteAllAsync(db, act, news, cancel);
        announcement.Advance(people[^1].FileNo, news.Count, people.Count - news.Count);
    }
}

/// <summary>Sends announcements in the background: when one is published or resumed, when the outbox has sent a batch, and after a restart from where it was.</summary>
internal sealed class AnnouncementWorker(AnnouncementSender sender, LiveChanges changes, TimeProvider clock, ILogger<AnnouncementWorker> log) : BackgroundService
{
    /// <summary>Another node may have published something.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim woken = new(0, 1);

    public override void Dispose()
    {
        woken.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var watch = changes.Watch(Wake, typeof(Announcement), typeof(Notice));
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await sender.RunAsync(stoppingToken);
                await WaitAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                // The host must outlive whatever happens here: how far it came is in the table.
                log.LogError(e, "An announcement could not go on");
                await WaitAsync(stoppingToken);
            }
        }
    }

    private void Wake()
    {
        try
        {
            if (woken.CurrentCount == 0)
                woken.Release();
        }
        catch (Exception e) when (e is SemaphoreFullException or ObjectDisposedException)
        {
            // Woken already, or gone.
        }
    }

    private async Task WaitAsync(CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        await using var timer = clock.CreateTimer(static source => ((CancellationTokenSource)source!).Cancel(), limit, Longest, Timeout.InfiniteTimeSpan);
        try
        {
            await woken.WaitAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            // Time is up.
        }
    }
}
