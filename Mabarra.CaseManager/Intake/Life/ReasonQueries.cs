using System.Globalization;
using Mabarra.CaseManager.Data;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Intake.Life;

/// <summary>A reason as choices show it.</summary>
public sealed record ReasonRow(string Code, string NameAr, string NameEn)
{
    public string Name => AppCulture.IsArabic(CultureInfo.CurrentUICulture) ? NameAr : NameEn;
}

/// <summary>Reads of the lists of reasons an administrator keeps (<see cref="ListNames"/>).</summary>
public sealed class ReasonQueries(IDbContextFactory<CaseDbContext> contexts)
{
    public async Task<IReadOnlyList<ReasonRow>> ActiveAsync(string list, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Set<ListEntry>().AsNoTracking().Where(r => r.List == list && r.IsActive).OrderBy(r => r.Order)
            .Select(r => new ReasonRow(r.Code, r.NameAr, r.NameEn)).ToListAsync(cancel);
    }
}

/// <summary>Takes a reason from a form, inside the act that needs it.</summary>
internal static class ReasonReader
{
    private const int LongestNote = 400;
    private const int ShortestNote = 5;

    /// <param name="noted">The list is not enough: words of one's own are asked for too.</param>
    public static async Task<GivenReason> RequireAsync(CaseDbContext db, string list, ReasonForm form, bool noted, CancellationToken cancel)
    {
        var check = new FieldChecks();
        var note = noted
            ? check.Line(form.Note, nameof(form.Note), LongestNote, ShortestNote)
            : check.OptionalLine(form.Note, nameof(form.Note), LongestNote);
        var reason = await db.Set<ListEntry>().AsNoTracking().FirstOrDefaultAsync(r => r.List == list && r.Code == form.Code && r.IsActive, cancel);
        check.That(reason is not null, "intake.life.reason", nameof(form.Code));
        check.ThrowIfAny();
        return new GivenReason(reason!.Code, reason.NameAr, reason.NameEn, note);
    }
}
