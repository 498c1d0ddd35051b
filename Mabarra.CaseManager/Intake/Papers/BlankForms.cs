using Mabarra.CaseManager.Beneficiaries;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Documents;
using Mabarra.CaseManager.Documents.Pdf;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Intake.Papers;

/// <summary>Prints a service's empty form. One version of it is one paper: printed again it is the very same, until the service, the letterhead or the day's words change (ب-٥).</summary>
/// <param name="environment">Absent where there is no host, which is in no production.</param>
public sealed class BlankForms(
    IDbContextFactory<CaseDbContext> contexts, CaseWriter writer, IssuedDocuments issued, BeneficiaryQueries beneficiaries, Association association, HouseTexts texts, IHostEnvironment? environment = null)
{
    private const string HouseActions = "settings.paper.";

    /// <returns>Id of the issued form (<see cref="DocumentLinks.Issued"/>).</returns>
    /// <exception cref="AccessDenied">Not this person's to print, or no such service.</exception>
    public async Task<Guid> PrintAsync(Act act, Guid serviceId, CancellationToken cancel = default)
    {
        BlankFormAccess.Require(act);
        await using (var db = await contexts.CreateDbContextAsync(cancel))
        {
            var service = await ReadAsync(db, act, serviceId, cancel);
            if (await StillTrueAsync(db, service, cancel) is { } same)
                return same;
        }
        var categories = await beneficiaries.CategoriesAsync(cancel);
        return await writer.SaveAsync(db => IssueAsync(db, act, serviceId, categories, cancel), cancel);
    }

    private async Task<Guid> IssueAsync(CaseDbContext db, Act act, Guid serviceId, IReadOnlyList<CodeRow> categories, CancellationToken cancel)
    {
        var service = await ReadAsync(db, act, serviceId, cancel);
        if (await StillTrueAsync(db, service, cancel) is { } same)
            return same;
        var set = db.IssuedDocuments;
        var before = await set.CountAsync(d => d.RecordId == serviceId && d.Kind == IssuedKind.BlankForm, cancel);
        var number = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{NumberOf(service)}{(before == 0 ? "" : $"-{before + 1}")}");
        var profile = await association.ReadAsync(db, cancel);
        var words = new PaperWords(AppCulture.Arabic, await texts.InForceAsync(db, cancel));
        var isDemonstration = environment?.IsDevelopment() == true || await db.Users.AnyAsync(u => u.IsDemonstration && u.Id == act.Actor.Id, cancel);
        var paper = new NewIssued { Kind = IssuedKind.BlankForm, Number = number, RecordId = serviceId, RecordType = nameof(ServiceType) };
        var made = await issued.IssueAsync(db, act, paper, mark => PdfRenderer.Render(BlankFormPaper.Of(Frame(mark), service, categories)), cancel);
        return made.Id;

        PaperFrame Frame(VerifyMark mark) => new()
        {
            Words = words,
            Act = act,
            Number = number,
            Mark = mark,
            Association = profile,
            IsDemonstration = isDemonstration,
        };
    }

    internal static string NumberOf(ServiceType service) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"FORM-{service.Order:D3}-V{service.VersionNo}");

    /// <summary>The trail's order decides: nothing about the service, the categories or the letterhead was written down since this version was issued last.</summary>
    private static async Task<Guid?> StillTrueAsync(CaseDbContext db, ServiceType service, CancellationToken cancel)
    {
        var (trail, set) = (db.Set<Audit.AuditEntry>(), db.IssuedDocuments);
        var last = await trail.Where(e => e.RecordId == service.Id && e.Action == "documents.paper.issue").OrderByDescending(e => e.Sequence)
            .Select(e => new { e.Sequence, e.RecordLabel }).FirstOrDefaultAsync(cancel);
        if (last is null)
            return null;
        var isChanged = await trail.AnyAsync(
            e => e.Sequence > last.Sequence && ((e.RecordId == service.Id && e.RecordType == nameof(ServiceType) && !e.Action.StartsWith("documents."))
                || e.RecordType == nameof(BeneficiaryCategory) || e.Action.StartsWith(HouseActions)), cancel);
        return isChanged ? null : await set.Where(d => d.RecordId == service.Id && d.Number == last.RecordLabel).Select(d => (Guid?)d.Id).FirstOrDefaultAsync(cancel);
    }

    private static async Task<ServiceType> ReadAsync(CaseDbContext db, Act act, Guid id, CancellationToken cancel)
    {
        var services = db.ServiceTypes;
        return await services.AsNoTracking().Include(s => s.Requirements).SingleOrDefaultAsync(s => s.Id == id, cancel) ?? throw act.Refuse(IntakeModule.ViewPermission, id);
    }
}

/// <summary>An empty form tells nothing of anybody: whoever works with requests or keeps the services may print it.</summary>
internal sealed class BlankFormAccess : IDocumentAccess
{
    public string OwnerType => nameof(ServiceType);

    public static void Require(Act act)
    {
        if (!MayPrint(act))
            throw act.Refuse(IntakeModule.ViewPermission);
    }

    public Task<RecordAccess> OfAsync(Act act, Guid ownerId, CancellationToken cancel) =>
        Task.FromResult(MayPrint(act) ? new RecordAccess(MaySee: true, MayChange: false, IsOwn: false, IsBeingTakenIn: false) : RecordAccess.None);

    private static bool MayPrint(Act act) => act.Actor.May(IntakeModule.ViewPermission) || act.Actor.May(DataModule.ListsPermission);
}
