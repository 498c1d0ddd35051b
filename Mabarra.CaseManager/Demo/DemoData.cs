using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Beneficiaries;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Holidays;
using Mabarra.CaseManager.Intake;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Demo;

/// <summary>How far the demonstration data of a database is.</summary>
public enum DemoState
{
    None,

    /// <summary>Being put in; after a start that was killed in the middle, half of it.</summary>
    Filling,
    Filled,

    /// <summary>Taken out again, for good.</summary>
    Removed,
}

/// <summary>
/// Puts the demonstration data in (DOMAIN.md §7): once, by the real services, in a database that has nobody's data. A start killed in the middle
/// leaves half of it and a state that says so; the next start takes that half out and begins anew.
/// </summary>
public sealed class DemoData(
    IServiceProvider app, CaseWriter writer, IDbContextFactory<CaseDbContext> contexts, LiveChanges live, TimeProvider clock, ILogger<DemoData> log)
{
    /// <summary>Key of the setting that holds the state.</summary>
    private const string Key = "demonstration";

    private const int ProgressEvery = 150;

    public async Task<DemoState> StateAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var value = await db.Settings.Where(s => s.Key == Key).Select(s => s.Value).SingleOrDefaultAsync(cancel);
        return value is null ? DemoState.None : Enum.Parse<DemoState>(value);
    }

    /// <param name="progress">Told after each step how many are done.</param>
    /// <returns>Whether it was put in by this call.</returns>
    public async Task<bool> FillAsync(CancellationToken cancel, Action<int>? progress = null)
    {
        switch (await StateAsync(cancel))
        {
            case DemoState.Filled or DemoState.Removed:
                return false;
            case DemoState.Filling:
                log.LogInformation("An earlier start left half of the demonstration data; it is taken out first");
                await writer.SaveAsync(db => DemoRemoval.TakeOutAsync(db, cancel), cancel);
                break;
            case DemoState.None when await HoldsDataAsync(cancel):
                return false;
        }

        await using var desk = await DemoDesk.OpenAsync(app, cancel);
        if (desk is null)
            return false;
        await SetAsync(DemoState.Filling, "demo.data.fill", null, cancel);
        var began = clock.GetTimestamp();
        await RunAsync(desk, progress, cancel);
        await SetAsync(DemoState.Filled, "demo.data.filled", null, cancel);
        live.Publish(new HashSet<Type> { typeof(ServiceRequest), typeof(Visit), typeof(Beneficiary) });
        log.LogInformation("The demonstration data is in, after {Seconds:F0} seconds", clock.GetElapsedTime(began).TotalSeconds);
        return true;
    }

    /// <summary>Takes it all out, and nothing else.</summary>
    /// <returns>How many files, requests and visits went.</returns>
    /// <exception cref="DemoInUse">Somebody's own requests or visits hang on it; nothing was taken out.</exception>
    public async Task<DemoCounts> RemoveAsync(CancellationToken cancel)
    {
        DemoCounts counts = null!;
        await writer.SaveAsync(async db =>
        {
            counts = await DemoRemoval.TakeOutAsync(db, cancel);
            await SetAsync(db, DemoState.Removed, "demo.data.remove", $"{counts.Files}/{counts.Requests}/{counts.Visits}", cancel);
        }, cancel);
        return counts;
    }

    private async Task RunAsync(DemoDesk desk, Action<int>? progress, CancellationToken cancel)
    {
        var steps = await StepsAsync(desk, cancel);
        desk.Clock.Limit = clock.GetUtcNow();
        desk.Clock.MoveTo(steps[0].At);
        await desk.ChargeAsync(cancel);
        for (var done = 0; done < steps.Count;)
        {
            cancel.ThrowIfCancellationRequested();
            desk.Clock.MoveTo(steps[done].At);
            await steps[done].Do(desk, cancel);
            done++;
            progress?.Invoke(done);
            if (done % ProgressEvery == 0)
                log.LogInformation("Demonstration data: {Done} of {All} steps", done, steps.Count);
        }
    }

    private async Task<IReadOnlyList<DemoStep>> StepsAsync(DemoDesk desk, CancellationToken cancel)
    {
        await using var db = await desk.ReadAsync(cancel);
        var time = new DemoTimeline(clock.Now, await CalendarReader.ReadAsync(db, cancel));
        var names = await db.ServiceTypes.ToDictionaryAsync(s => s.Code, s => s.NameAr, StringComparer.Ordinal, cancel);
        var people = DemoPeople.Make();
        foreach (var request in DemoPlan.Make(time, people))
        {
            DemoVisitSteps.Add(time, request, names[request.Service]);
            if (request.IsFirst)
                DemoFamilySteps.Add(time, request.Person, DemoRequestSteps.OpenedAt(time, request).AddMinutes(-1));
            DemoRequestSteps.Add(time, request);
        }

        DemoVisitSteps.AddOthers(time, people);
        DemoInquirySteps.Add(time, people);
        DemoNoticeSteps.Add(time);
        DemoPolicySteps.Add(time);
        time.Add(time.TodayAgo(45), (desk, cancel) => DemoMatrix.LeaveAsync(time, desk, cancel));
        return time.Steps;
    }

    private async Task<bool> HoldsDataAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Beneficiaries.AnyAsync(cancel) || await db.Visits.AnyAsync(cancel);
    }

    private Task SetAsync(DemoState state, string action, string? label, CancellationToken cancel) =>
        writer.SaveAsync(db => SetAsync(db, state, action, label, cancel), cancel);

    private async Task SetAsync(CaseDbContext db, DemoState state, string action, string? label, CancellationToken cancel)
    {
        var setting = await db.Settings.SingleOrDefaultAsync(s => s.Key == Key, cancel);
        if (setting is null)
            db.Add(setting = new Setting(Key, state.ToString()));
        else
            setting.Change(state.ToString());
        db.Record(new Act(Actor.System, clock.Now), action, setting, label);
    }
}
