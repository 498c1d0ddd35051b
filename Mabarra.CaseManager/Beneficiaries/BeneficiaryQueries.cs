using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Data;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Beneficiaries;

/// <summary>A category or field as choices show it.</summary>
public sealed record CodeRow(string Code, string NameAr, string NameEn, bool IsSensitive = false)
{
    public string Name => AppCulture.IsArabic(System.Globalization.CultureInfo.CurrentUICulture) ? NameAr : NameEn;
}

/// <summary>A file as lists show it.</summary>
public sealed record BeneficiaryRow(Guid Id, long FileNo, string FullName, string Mobile, string City, DateOnly DataReviewedOn, BeneficiaryStatus Status);

/// <summary>A file in full. The identity number stays masked; <see cref="BeneficiaryQueries.RevealIdAsync"/> opens it.</summary>
/// <param name="PhotoId">The photo, while the consent to it stands.</param>
/// <param name="HidesAddress">The address is protected and not the reader's to see.</param>
/// <param name="ExpiredPapers">Guardians and agents not ended whose paper has run out.</param>
public sealed record BeneficiaryDetail(Beneficiary File, IReadOnlyList<CodeRow> Categories, Guid? PhotoId, bool HidesAddress, IReadOnlyList<string> ExpiredPapers)
{
    public Guid Id => File.Id;

    public Guid Version => File.Version;
}

/// <summary>A file as its form shows it, with the whole identity number.</summary>
public sealed record BeneficiaryEdit(Guid Id, Guid Version, long FileNo, string FullName, bool IsReviewDue, bool HidesAddress, BeneficiaryForm Form);

/// <summary>Reads of the registry.</summary>
public sealed class BeneficiaryQueries(IDbContextFactory<CaseDbContext> contexts, IdNumbers ids, AccessLog log, SettingReader settings, ProtectedAddresses addresses)
{
    /// <summary>The filter's value for files whose data is older than twelve months.</summary>
    public const string ReviewDue = "due";

    public async Task<IReadOnlyList<CodeRow>> CategoriesAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.BeneficiaryCategories.AsNoTracking().Where(c => c.IsActive).OrderBy(c => c.Order)
            .Select(c => new CodeRow(c.Code, c.NameAr, c.NameEn, c.IsSensitive)).ToListAsync(cancel);
    }

    /// <summary>Newest files first. The cursor is the file number of the last row shown.</summary>
    public async Task<Page<BeneficiaryRow>> PageAsync(Act act, PageQuery page, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var few = await db.FewAsync(act, BeneficiariesModule.ViewPermission, cancel);
        var visible = db.Beneficiaries.AsNoTracking().VisibleTo(act);
        if (few is not null)
            visible = visible.Where(b => EF.Parameter(few).Contains(b.Id));
        visible = Filtered(visible, page, act.On);
        return await visible.PageAsync(
            page, b => b.FileNo, descending: true,
            rows => rows.Select(b => new BeneficiaryRow(
                b.Id, b.FileNo, b.FirstName + " " + b.FatherName + " " + b.GrandfatherName + " " + b.FamilyName, b.Mobile, b.Address.City, b.DataReviewedOn, b.Status)),
            r => r.FileNo, cancel, OwnPeople.CountsCheaply(act, BeneficiariesModule.ViewPermission, few));
    }

    /// <summary>The list's filters: <c>review=due</c>, and where a file stands.</summary>
    private static IQueryable<Beneficiary> Filtered(IQueryable<Beneficiary> files, PageQuery page, DateOnly today)
    {
        if (string.Equals(page.Filter("review"), ReviewDue, StringComparison.Ordinal))
        {
            var oldest = today.AddMonths(-Beneficiary.ReviewMonths);
            files = files.Where(b => b.DataReviewedOn < oldest);
        }

        // A merged file is found when looked for; a list of people shows nobody twice.
        return Enum.TryParse<BeneficiaryStatus>(page.Filter("status"), out var status) && Enum.IsDefined(status)
            ? files.Where(b => b.Status == status)
            : files.Where(b => b.Status != BeneficiaryStatus.Merged);
    }

    /// <summary>One file, and a line in the access log (ح-٢).</summary>
    /// <returns>Null when there is no such file.</returns>
    /// <exception cref="AccessDenied">The file is not within the actor's reach.</exception>
    public async Task<BeneficiaryDetail?> OpenAsync(Act act, Guid id, CancellationToken cancel)
    {
        act.Require(BeneficiariesModule.ViewPermission);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var file = await db.Beneficiaries.AsNoTracking().Include(b => b.Categories).SingleOrDefaultAsync(b => b.Id == id, cancel);
        if (file is null)
            return null;
        if (!BeneficiaryAccess.Covers(act.Actor, BeneficiariesModule.ViewPermission, file.Categories.Select(c => c.CategoryCode)))
            throw act.Refuse(BeneficiariesModule.ViewPermission, id);
        await log.LookedAsync(act, nameof(Beneficiary), id, cancel);
        var codes = file.Categories.Select(c => c.CategoryCode).ToList();
        var categories = await db.BeneficiaryCategories.AsNoTracking().Where(c => codes.Contains(c.Code)).OrderBy(c => c.Order)
            .Select(c => new CodeRow(c.Code, c.NameAr, c.NameEn, c.IsSensitive)).ToListAsync(cancel);
        var photo = await db.ConsentRecords.AsNoTracking().Where(c => c.BeneficiaryId == id && c.Purpose == ConsentPurpose.Photo && c.WithdrawnAt == null)
            .Select(c => c.PhotoId).FirstOrDefaultAsync(cancel);
        var today = act.On;
        var expired = await db.Representatives.AsNoTracking().Where(r => r.BeneficiaryId == id && r.EndedOn == null && r.ValidUntilOn < today).OrderBy(r => r.Id)
            .Select(r => r.Name).ToListAsync(cancel);
        var hides = await addresses.HidesAsync(db, act, file, cancel);
        if (hides)
            file.HideAddress();
        return new BeneficiaryDetail(file, categories, photo, hides, expired);
    }

    /// <summary>The file to be changed. Its form shows the whole identity number, so this counts as a look at it.</summary>
    /// <returns>Null when there is no such file.</returns>
    /// <exception cref="AccessDenied">The file is not within the actor's reach.</exception>
    public async Task<BeneficiaryEdit?> EditAsync(Act act, Guid id, CancellationToken cancel)
    {
        if (await OpenAsync(act, id, cancel) is not { File: var file } detail)
            return null;
        var number = await RevealIdAsync(act, id, cancel);
        return new BeneficiaryEdit(file.Id, file.Version, file.FileNo, file.FullName, file.IsReviewDue(act.On, await settings.OfAsync(Limits.DataReview, cancel)), detail.HidesAddress, BeneficiaryForm.Of(file, number));
    }

    /// <summary>One person in a line, for a page that is about something else; null when there is none within reach.</summary>
    public async Task<BeneficiaryHit?> HitAsync(Act act, Guid id, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await BeneficiarySearch.Hits(db.Beneficiaries.AsNoTracking().VisibleTo(act).Where(b => b.Id == id)).SingleOrDefaultAsync(cancel);
    }

    /// <summary>The whole identity number, for whoever may edit the file; each time is written down.</summary>
    public async Task<string> RevealIdAsync(Act act, Guid id, CancellationToken cancel)
    {
        act.Require(BeneficiariesModule.EditPermission);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var file = await db.Beneficiaries.AsNoTracking().Include(b => b.Categories).SingleAsync(b => b.Id == id, cancel);
        BeneficiaryAccess.RequireEdit(act, file);
        await log.LookedAsync(act, LookedAt.IdNumber, id, cancel);
        return ids.Open(file.Id, file.IdSealed);
    }
}
