using Mabarra.CaseManager.Beneficiaries;
using Mabarra.CaseManager.Contacts;
using Mabarra.CaseManager.Contacts.Liaison;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Staff;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Intake;

/// <summary>What narrows the requests on the board and in their list. Comes from the address bar: what it does not know narrows nothing.</summary>
/// <param name="Service">Code of a service.</param>
/// <param name="Category">Code of a category of beneficiaries.</param>
/// <param name="Officer">A liaison officer: the requests he is in charge of today (خ-١).</param>
public sealed record RequestFilter(string? Service = null, string? Category = null, Guid? Officer = null, Channel? Channel = null)
{
    public const string ServiceName = "service";
    public const string CategoryName = "category";
    public const string OfficerName = "officer";
    public const string ChannelName = "channel";

    public static RequestFilter Of(Func<string, string?> filter) => new(
        filter(ServiceName),
        filter(CategoryName),
        Guid.TryParse(filter(OfficerName), out var officer) ? officer : null,
        Enum.TryParse<Channel>(filter(ChannelName), out var channel) && Enum.IsDefined(channel) ? channel : null);

    internal async Task<IQueryable<ServiceRequest>> NarrowAsync(CaseDbContext db, IQueryable<ServiceRequest> requests, DateOnly today, CancellationToken cancel)
    {
        if (Service is not null)
        {
            var services = db.ServiceTypes;
            var service = await services.Where(s => s.Code == Service).Select(s => (Guid?)s.Id).FirstOrDefaultAsync(cancel);
            requests = service is { } id ? requests.Where(r => r.ServiceTypeId == id) : requests;
        }
        if (Channel is { } channel)
            requests = requests.Where(r => r.AgreedChannel == channel);
        if (Category is { } code)
            requests = OfCategories(db, requests, [code]);
        if (Officer is { } officer)
        {
            var cells = (await MatrixReader.ReadAsync(db, cancel)).CellsOf(officer, today);
            requests = requests.Where(r => EF.Parameter(cells).Contains(r.LiaisonCell));
        }
        return requests;
    }

    private static IQueryable<ServiceRequest> OfCategories(CaseDbContext db, IQueryable<ServiceRequest> requests, string[] codes)
    {
        var links = db.BeneficiaryCategoryLinks;
        return requests.Where(r => links.Any(c => c.BeneficiaryId == r.BeneficiaryId && codes.Contains(c.CategoryCode)));
    }
}

/// <summary>What may be chosen above the board and the list.</summary>
public sealed record RequestFilterChoices(IReadOnlyList<CodeRow> Services, IReadOnlyList<CodeRow> Categories, IReadOnlyList<(Guid Id, string Name)> Officers);

/// <summary>Reads the choices of <see cref="RequestFilter"/>.</summary>
public sealed class RequestFilterQueries(IDbContextFactory<CaseDbContext> contexts)
{
    /// <summary>Categories that tell something sensitive are not offered: a filtered list would show who is in them (ح-٢). An officer is offered his own, and no colleagues.</summary>
    public async Task<RequestFilterChoices> ChoicesAsync(Act act, CancellationToken cancel)
    {
        act.Require(IntakeModule.ViewPermission);
        var isOwn = act.Actor.ReachOf(IntakeModule.ViewPermission) == Reach.Own;
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var (serviceSet, categorySet) = (db.ServiceTypes, db.BeneficiaryCategories);
        var services = await serviceSet.AsNoTracking().Where(s => s.IsActive).OrderBy(s => s.Code).Select(s => new CodeRow(s.Code, s.NameAr, s.NameEn, false)).ToListAsync(cancel);
        var categories = await categorySet.AsNoTracking().Where(c => c.IsActive && !c.IsSensitive).OrderBy(c => c.Order)
            .Select(c => new CodeRow(c.Code, c.NameAr, c.NameEn, false)).ToListAsync(cancel);
        var users = isOwn ? [] : await db.Users.AsNoTracking().Where(u => u.IsActive).OrderBy(u => u.FullName).ToListAsync(cancel);
        return new RequestFilterChoices(
            services,
            [.. categories.Where(c => !isOwn || act.Actor.OwnCategories.Contains(c.Code))],
            [.. users.Where(u => u.Roles.Contains(StaffRole.LiaisonOfficer)).Select(u => (u.Id, u.FullName))]);
    }
}
