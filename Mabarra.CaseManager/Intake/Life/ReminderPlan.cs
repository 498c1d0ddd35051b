using Mabarra.CaseManager.Data;

namespace Mabarra.CaseManager.Intake.Life;

/// <summary>When somebody with an incomplete request is reminded, and when it is put away, in calendar days (DOMAIN.md §3.1); an administrator sets them.</summary>
/// <param name="FirstDays">From the notice to the first reminder.</param>
/// <param name="SecondDays">From the notice to the second reminder.</param>
/// <param name="ArchiveDays">From the last reminder to the first day it may be put away.</param>
public sealed record ReminderPlan(int FirstDays, int SecondDays, int ArchiveDays)
{
    internal IReadOnlyList<int> Days { get; } = [FirstDays, SecondDays];

    /// <summary>The first reminder day after a given day, if one is left.</summary>
    internal DateOnly? NextAfter(DateOnly since, DateOnly day) => Days.Select(d => (DateOnly?)since.AddDays(d)).FirstOrDefault(due => due > day);

    internal static async Task<ReminderPlan> ReadAsync(CaseDbContext db, CancellationToken cancel) => new(
        await SettingReader.OfAsync(db, Limits.FirstReminder, cancel),
        await SettingReader.OfAsync(db, Limits.SecondReminder, cancel),
        await SettingReader.OfAsync(db, Limits.ArchiveAfter, cancel));
}
