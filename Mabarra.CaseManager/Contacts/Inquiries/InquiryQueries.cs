using System.Globalization;
using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Beneficiaries;
using Mabarra.CaseManager.Contacts.Liaison;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Holidays;
using Mabarra.CaseManager.Staff;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Contacts.Inquiries;

/// <summary>Which inquiries a list shows.</summary>
public enum InquiryView
{
    /// <summary>Not answered, the nearest target day first.</summary>
    Open,

    /// <summary>Not answered, and the target day has passed.</summary>
    Overdue,

    /// <summary>Not answered, and whoever looks is to answer.</summary>
    Mine,

    /// <summary>Everything, the newest first.</summary>
    All,
}

/// <summary>An inquiry as lists show it.</summary>
/// <param name="DaysLeft">Working days to the target day; null once it is answered.</param>
public sealed record InquiryRow(
    Guid Id, string Number, long Serial, long? OpenOrder, InquiryKind Kind, Channel Channel, InquiryStatus Status, DateTime AskedAt, string PersonName, string Text,
    DateOnly TargetOn, string? RefereeName, bool? IsOnTime, Guid? BeneficiaryId, Guid? OfficerId, string? LiaisonCell, int? DaysLeft = null);

/// <summary>An inquiry on its page.</summary>
/// <param name="Officer">Who is to answer today; null when the matrix has a gap there.</param>
public sealed record InquiryDetail(Inquiry Inquiry, string? Officer, int? DaysLeft, AnswerRow? Given);

/// <summary>A question asked more than once and not in the library.</summary>
public sealed record AskedOften(Guid InquiryId, string Text, int Count);

/// <summary>How inquiries went in a period.</summary>
public sealed record InquiryFigures(int Asked, int Open, int Overdue, int Answered, int OnTime, int FromLibrary, IReadOnlyList<(InquiryKind Kind, int Count)> ByKind, IReadOnlyList<(Channel Channel, int Count)> ByChannel)
{
    /// <summary>Share of the answered that were on time, in whole percent; null while none was.</summary>
    public int? OnTimePercent => Answered == 0 ? null : (int)Math.Round(100.0 * OnTime / Answered);
}

/// <summary>Reads of inquiries.</summary>
public sealed class InquiryQueries(IDbContextFactory<CaseDbContext> contexts, CalendarReader calendars, MatrixReader matrices, AccessLog log)
{
    private const int MostOfPerson = 50;
    private const int FiguresDays = 90;
    private const string AfterEveryLetter = "\uFFFD";

    public async Task<Page<InquiryRow>> PageAsync(Act act, PageQuery page, CancellationToken cancel)
    {
        act.Require(InquiriesModule.ViewPermission);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var view = Enum.TryParse<InquiryView>(page.Filter("view"), out var asked) && Enum.IsDefined(asked) ? asked : InquiryView.Open;
        var inquiries = (view == InquiryView.Mine ? await InquiryAccess.MineAsync(db, act, cancel) : await InquiryAccess.VisibleAsync(db, act, InquiriesModule.ViewPermission, cancel)).AsNoTracking();
        inquiries = Searched(Narrowed(inquiries, page), page.Search, act.On.Year);
        var todaysFirst = (long)act.On.DayNumber << 40;
        var rows = view == InquiryView.All
            ? await inquiries.PageAsync(page, i => i.Serial, descending: true, Rows, r => r.Serial, cancel)
            : await (view == InquiryView.Overdue ? inquiries.Where(i => i.OpenOrder < todaysFirst) : inquiries.Where(i => i.OpenOrder != null))
                .PageAsync(page, i => i.OpenOrder!.Value, descending: false, Rows, r => r.OpenOrder!.Value, cancel);
        return rows with { Rows = await WithDaysAsync(rows.Rows, act.On, cancel) };
    }

    /// <summary>What somebody is to answer, the nearest first.</summary>
    public async Task<IReadOnlyList<InquiryRow>> MineAsync(Act act, int take, CancellationToken cancel)
    {
        act.Require(InquiriesModule.ViewPermission);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await WithDaysAsync(await Rows((await InquiryAccess.MineAsync(db, act, cancel)).AsNoTracking().OrderBy(i => i.OpenOrder).Take(take)).ToListAsync(cancel), act.On, cancel);
    }

    /// <summary>Those of one person, the newest first.</summary>
    public async Task<IReadOnlyList<InquiryRow>> OfBeneficiaryAsync(Act act, Guid beneficiaryId, CancellationToken cancel)
    {
        act.Require(InquiriesModule.ViewPermission);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var own = (await InquiryAccess.VisibleAsync(db, act, InquiriesModule.ViewPermission, cancel)).AsNoTracking().Where(i => i.BeneficiaryId == beneficiaryId);
        return await WithDaysAsync(await Rows(own.OrderByDescending(i => i.Serial).Take(MostOfPerson)).ToListAsync(cancel), act.On, cancel);
    }

    /// <summary>One of them, and a line in the access log (ح-٢).</summary>
    /// <returns>Null when there is none.</returns>
    /// <exception cref="AccessDenied">Not within the actor's reach.</exception>
    public async Task<InquiryDetail?> OpenAsync(Act act, Guid id, CancellationToken cancel)
    {
        act.Require(InquiriesModule.ViewPermission);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var inquiry = await (await InquiryAccess.VisibleAsync(db, act, InquiriesModule.ViewPermission, cancel)).AsNoTracking().SingleOrDefaultAsync(i => i.Id == id, cancel);
        if (inquiry is null)
            return await db.Inquiries.AnyAsync(i => i.Id == id, cancel) ? throw act.Refuse(InquiriesModule.ViewPermission, id) : null;
        await log.LookedAsync(act, nameof(Inquiry), id, cancel);
        var who = inquiry.OfficerId ?? (await matrices.ReadAsync(cancel)).InCharge(inquiry.LiaisonCell, act.On);
        var officer = await db.Users.AsNoTracking().Where(u => u.Id == who).Select(u => u.FullName).SingleOrDefaultAsync(cancel);
        var days = inquiry.IsOpen ? (await calendars.ReadAsync(cancel)).DaysLeft(act.On, inquiry.TargetOn) : (int?)null;
        return new InquiryDetail(inquiry, officer, days, inquiry.AnswerVersionId is { } version ? await AnswerQueries.RowAsync(db, version, cancel) : null);
    }

    /// <summary>Questions several people asked in the last months and that no approved answer was given to, the most asked first.</summary>
    public async Task<IReadOnlyList<AskedOften>> AskedOftenAsync(Act act, int take, CancellationToken cancel)
    {
        act.Require(InquiriesModule.WritePermission);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var since = act.At.AddDays(-FiguresDays);
        var entries = db.AnswerEntries;
        var visible = (await InquiryAccess.VisibleAsync(db, act, InquiriesModule.ViewPermission, cancel)).AsNoTracking()
            .Where(i => i.AskedAt >= since && i.AnswerVersionId == null && i.Gist != "" && !entries.Any(e => e.Gist == i.Gist));
        var groups = await visible.GroupBy(i => i.Gist).Where(g => g.Count() > 1)
            .Select(g => new { Gist = g.Key, Count = g.Count(), Last = g.Max(i => i.Serial) }).OrderByDescending(g => g.Count).ThenByDescending(g => g.Last).Take(take).ToListAsync(cancel);
        var serials = groups.ConvertAll(g => g.Last);
        var texts = await visible.Where(i => serials.Contains(i.Serial)).Select(i => new { i.Id, i.Serial, i.Text }).ToDictionaryAsync(i => i.Serial, cancel);
        return [.. groups.Select(g => new AskedOften(texts[g.Last].Id, texts[g.Last].Text, g.Count))];
    }

    /// <summary>Of the last ninety days.</summary>
    public async Task<InquiryFigures> FiguresAsync(Act act, CancellationToken cancel)
    {
        act.Require(InquiriesModule.ViewPermission);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var (since, todaysFirst) = (act.At.AddDays(-FiguresDays), (long)act.On.DayNumber << 40);
        var asked = (await InquiryAccess.VisibleAsync(db, act, InquiriesModule.ViewPermission, cancel)).AsNoTracking().Where(i => i.AskedAt >= since);
        var kinds = await asked.GroupBy(i => i.Kind).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancel);
        var channels = await asked.GroupBy(i => i.Channel).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancel);
        return new InquiryFigures(
            kinds.Sum(k => k.Count),
            await asked.CountAsync(i => i.OpenOrder != null, cancel),
            await asked.CountAsync(i => i.OpenOrder < todaysFirst, cancel),
            await asked.CountAsync(i => i.Status == InquiryStatus.Answered, cancel),
            await asked.CountAsync(i => i.IsOnTime == true, cancel),
            await asked.CountAsync(i => i.AnswerVersionId != null, cancel),
            [.. kinds.Select(k => (k.Key, k.Count)).OrderByDescending(k => k.Count)],
            [.. channels.Select(c => (c.Key, c.Count)).OrderByDescending(c => c.Count)]);
    }

    /// <summary>Departments something can be referred to.</summary>
    public async Task<IReadOnlyList<(Guid Id, string Name)>> DepartmentsAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var departments = await db.Set<Department>().AsNoTracking().Where(d => d.IsActive).OrderBy(d => d.NameAr).ToListAsync(cancel);
        return [.. departments.Select(d => (d.Id, d.NameAr))];
    }

    /// <summary>The fields an inquiry may be about.</summary>
    public async Task<IReadOnlyList<MatrixHead>> FieldsAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var fields = db.FieldsOfWork;
        return await fields.AsNoTracking().Where(f => f.IsActive).OrderBy(f => f.Order).Select(f => new MatrixHead(f.Code, f.NameAr, f.NameEn)).ToListAsync(cancel);
    }

    private static IQueryable<Inquiry> Narrowed(IQueryable<Inquiry> inquiries, PageQuery page)
    {
        if (Enum.TryParse<InquiryKind>(page.Filter("kind"), out var kind) && Enum.IsDefined(kind))
            inquiries = inquiries.Where(i => i.Kind == kind);
        if (Enum.TryParse<Channel>(page.Filter("channel"), out var channel) && Enum.IsDefined(channel))
            inquiries = inquiries.Where(i => i.Channel == channel);
        return inquiries;
    }

    /// <summary>By number (its digits alone are of this year), or by how the name begins.</summary>
    private static IQueryable<Inquiry> Searched(IQueryable<Inquiry> inquiries, string? typed, int year)
    {
        var key = SearchKey.Of(typed is { Length: <= 200 } ? typed : null);
        if (key.Length == 0)
            return inquiries;
        if (int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var serial))
        {
            var number = InquiryRegister.Number(year, serial);
            return inquiries.Where(i => i.Number == number);
        }
        var (whole, low, high) = (key.ToUpperInvariant(), key, key + AfterEveryLetter);
#pragma warning disable CA1309 // Only this overload is translated; the database compares the keys by their letters' codes.
        return inquiries.Where(i => i.Number == whole || (string.Compare(i.PersonKey, low) >= 0 && string.Compare(i.PersonKey, high) < 0));
#pragma warning restore CA1309
    }

    private static IQueryable<InquiryRow> Rows(IQueryable<Inquiry> inquiries) => inquiries.Select(i => new InquiryRow(
        i.Id, i.Number, i.Serial, i.OpenOrder, i.Kind, i.Channel, i.Status, i.AskedAt, i.PersonName, i.Text, i.TargetOn, i.RefereeName, i.IsOnTime, i.BeneficiaryId,
        i.OfficerId, i.LiaisonCell, null));

    private async Task<IReadOnlyList<InquiryRow>> WithDaysAsync(IReadOnlyList<InquiryRow> rows, DateOnly today, CancellationToken cancel)
    {
        var calendar = await calendars.ReadAsync(cancel);
        return [.. rows.Select(r => r.OpenOrder is null ? r : r with { DaysLeft = calendar.DaysLeft(today, r.TargetOn) })];
    }
}
