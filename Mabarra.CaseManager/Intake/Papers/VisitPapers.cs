using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Documents;
using Mabarra.CaseManager.Documents.Pdf;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Intake.Papers;

/// <summary>Prints the card of a visit; a second click prints the very same one.</summary>
/// <param name="environment">Absent where there is no host, which is in no production.</param>
public sealed class VisitPapers(
    IDbContextFactory<CaseDbContext> contexts, CaseWriter writer, IssuedDocuments issued, Association association, HouseTexts texts, IHostEnvironment? environment = null)
{
    /// <returns>Id of the issued card (<see cref="DocumentLinks.Issued"/>).</returns>
    /// <exception cref="AccessDenied">Not this person's to see, or no such visit.</exception>
    public async Task<Guid> PrintAsync(Act act, Guid visitId, CancellationToken cancel = default)
    {
        act.Require(IntakeModule.ViewPermission);
        await using (var db = await contexts.CreateDbContextAsync(cancel))
        {
            await ReadAsync(db, act, visitId, cancel);
            if (await IssuedBeforeAsync(db, visitId, cancel) is { } same)
                return same;
        }

        return await writer.SaveAsync(db => IssueAsync(db, act, visitId, cancel), cancel);
    }

    private async Task<Guid> IssueAsync(CaseDbContext db, Act act, Guid visitId, CancellationToken cancel)
    {
        var visit = await ReadAsync(db, act, visitId, cancel);
        if (await IssuedBeforeAsync(db, visitId, cancel) is { } same)
            return same;
        var number = VisitCardPaper.NumberOf(visit, await NumberSeries.Visit.ReadAsync(db, cancel));
        var isDemonstration = environment?.IsDevelopment() == true || await PaperReader.IsDemonstrationAsync(db, act, visitId, cancel);
        var profile = await association.ReadAsync(db, cancel);
        var words = new PaperWords(AppCulture.Arabic, await texts.InForceAsync(db, cancel));
        var paper = new NewIssued { Kind = IssuedKind.VisitCard, Number = number, RecordId = visitId, RecordType = nameof(Visit) };
        var made = await issued.IssueAsync(db, act, paper, mark => PdfCardRenderer.Render(VisitCardPaper.Of(Frame(mark), visit)), cancel);
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

    private static async Task<Visit> ReadAsync(CaseDbContext db, Act act, Guid id, CancellationToken cancel) =>
        await VisitQueries.Visible(db, act).SingleOrDefaultAsync(v => v.Id == id, cancel) ?? throw act.Refuse(IntakeModule.ViewPermission, id);

    private static Task<Guid?> IssuedBeforeAsync(CaseDbContext db, Guid visitId, CancellationToken cancel)
    {
        var papers = db.IssuedDocuments;
        return papers.Where(d => d.RecordId == visitId && d.Kind == IssuedKind.VisitCard).Select(d => (Guid?)d.Id).FirstOrDefaultAsync(cancel);
    }
}
