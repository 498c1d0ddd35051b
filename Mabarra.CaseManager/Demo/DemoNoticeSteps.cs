using Mabarra.CaseManager.Contacts;
using Mabarra.CaseManager.Contacts.Notices;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Demo;

/// <summary>Calls made, letters posted, papers handed over: every third working day what was due is done, so that today's list holds the last days only.</summary>
internal static class DemoNoticeSteps
{
    private const int Every = 3;
    private const int LateInTheDay = 410;

    public static void Add(DemoTimeline time)
    {
        for (var ago = Every; ago <= time.Past.Count; ago += Every)
        {
            var day = time.Ago(ago);
            time.Add(DemoTimeline.At(day, LateInTheDay), (desk, cancel) => DoAsync(desk, day, cancel));
        }
    }

    private static async Task DoAsync(DemoDesk desk, DateOnly day, CancellationToken cancel)
    {
        await using var db = await desk.ReadAsync(cancel);
        var due = await db.Notices.AsNoTracking().Where(n => n.Status == NoticeStatus.Task && n.TaskOn <= day).OrderBy(n => n.Serial).ToListAsync(cancel);
        foreach (var notice in due)
            await desk.The<NoticeService>().DoneAsync(desk.By(DemoStaff.Clerk), notice.Id, notice.Version, DoneBy(notice.Route), cancel);
    }

    private static NoticeDone DoneBy(NoticeRoute route) => route switch
    {
        NoticeRoute.Call => new() { Outcome = TryOutcome.Answered, Note = "رد المستفيد بنفسه" },
        NoticeRoute.Desk => new() { Outcome = TryOutcome.HandedOver, Note = "استلمه المستفيد" },
        _ => new() { Outcome = TryOutcome.Posted, Note = "بريد مسجل تجريبي" },
    };
}
