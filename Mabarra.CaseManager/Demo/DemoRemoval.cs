using Mabarra.CaseManager.Beneficiaries;
using Mabarra.CaseManager.Contacts.Inquiries;
using Mabarra.CaseManager.Contacts.Interactions;
using Mabarra.CaseManager.Contacts.Liaison;
using Mabarra.CaseManager.Contacts.Notices;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Documents;
using Mabarra.CaseManager.Intake;
using Mabarra.CaseManager.Intake.Life;
using Mabarra.CaseManager.Intake.Tracking;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Demo;

/// <summary>What was taken out.</summary>
public sealed record DemoCounts(int Files, int Requests, int Visits);

/// <summary>
/// Finds the demonstration data by its marks and deletes it with everything that is part of it (family, papers, scans). The only place where
/// case data is deleted: it is about nobody. What people did to it stays in the trail, which is never touched.
/// </summary>
internal static class DemoRemoval
{
    /// <exception cref="DemoInUse">Requests or visits that people made hang on it.</exception>
    public static async Task<DemoCounts> TakeOutAsync(CaseDbContext db, CancellationToken cancel)
    {
        var made = await db.Set<Submission>().Where(s => DemoKeys.All.Contains(s.Key)).Select(s => s.MadeId).ToListAsync(cancel);
        var (files, allRequests, allVisits) = (db.Beneficiaries, db.ServiceRequests, db.Visits);
        var people = await files.Where(b => made.Contains(b.Id)).Select(b => b.Id).ToListAsync(cancel);
        var requests = await allRequests.Where(r => made.Contains(r.Id)).Select(r => r.Id).ToListAsync(cancel);
        var visits = await allVisits.Where(v => made.Contains(v.Id)).Select(v => v.Id).ToListAsync(cancel);
        await RefuseUseAsync(db, people, requests, visits, cancel);
        await PapersAsync(db, [.. people, .. requests, .. visits, .. await DemoPolicyRemoval.OwnersAsync(db, made, cancel)], cancel);
        await DemoPolicyRemoval.TakeOutAsync(db, made, cancel);
        await RequestsAsync(db, requests, cancel);
        await allVisits.Where(v => visits.Contains(v.Id)).ExecuteDeleteAsync(cancel);
        await FilesAsync(db, people, cancel);
        await ContactsAsync(db, [.. people, .. visits, .. requests], made, cancel);
        await db.Set<Inquiry>().Where(i => made.Contains(i.Id) || visits.Contains(i.VisitId!.Value)).ExecuteDeleteAsync(cancel);
        await db.Set<AnswerVersion>().Where(v => made.Contains(v.EntryId)).ExecuteDeleteAsync(cancel);
        await db.Set<AnswerEntry>().Where(e => made.Contains(e.Id)).ExecuteDeleteAsync(cancel);
        await db.Set<LiaisonAssignment>().Where(a => made.Contains(a.BatchId)).ExecuteDeleteAsync(cancel);
        await db.Set<OfficerAbsence>().Where(a => made.Contains(a.Id)).ExecuteDeleteAsync(cancel);
        await db.Set<Submission>().Where(s => DemoKeys.All.Contains(s.Key)).ExecuteDeleteAsync(cancel);
        return new DemoCounts(people.Count, requests.Count, visits.Count);
    }

    private static async Task RefuseUseAsync(CaseDbContext db, List<Guid> people, List<Guid> requests, List<Guid> visits, CancellationToken cancel)
    {
        var (allRequests, allVisits) = (db.ServiceRequests, db.Visits);
        var numbers = await allRequests
            .Where(r => !requests.Contains(r.Id) && (people.Contains(r.BeneficiaryId) || visits.Contains(r.VisitId!.Value) || requests.Contains(r.SourceRequestId!.Value)))
            .OrderBy(r => r.Serial).Select(r => r.Number).ToListAsync(cancel);
        var arrivals = await allVisits.CountAsync(v => !visits.Contains(v.Id) && people.Contains(v.BeneficiaryId!.Value), cancel);
        if (numbers.Count > 0 || arrivals > 0)
            throw new DemoInUse(numbers, arrivals);
    }

    /// <summary>Scans, signatures and printed papers, with their bytes.</summary>
    private static async Task PapersAsync(CaseDbContext db, List<Guid> owners, CancellationToken cancel)
    {
        var (stored, issued) = (db.Set<StoredDocument>(), db.Set<IssuedDocument>());
        var bodies = await stored.Where(d => owners.Contains(d.OwnerId) && d.BodyId != null).Select(d => d.BodyId!.Value).ToListAsync(cancel);
        bodies.AddRange(await issued.Where(d => owners.Contains(d.RecordId)).Select(d => d.BodyId).ToListAsync(cancel));
        await stored.Where(d => owners.Contains(d.OwnerId)).ExecuteDeleteAsync(cancel);
        await issued.Where(d => owners.Contains(d.RecordId)).ExecuteDeleteAsync(cancel);
        await db.Set<DocumentBody>().Where(b => bodies.Contains(b.Id)).ExecuteDeleteAsync(cancel);
    }

    private static async Task RequestsAsync(CaseDbContext db, List<Guid> requests, CancellationToken cancel)
    {
        await db.Set<DueNotice>().Where(n => requests.Contains(n.RequestId)).ExecuteDeleteAsync(cancel);
        await db.Set<DeficiencyReminder>().Where(r => requests.Contains(r.RequestId)).ExecuteDeleteAsync(cancel);
        await db.Set<CompletenessRevocation>().Where(r => requests.Contains(r.RequestId)).ExecuteDeleteAsync(cancel);
        await db.Set<RequestItem>().Where(i => requests.Contains(i.RequestId)).ExecuteDeleteAsync(cancel);
        await db.Set<TrackingCode>().Where(c => requests.Contains(c.RequestId)).ExecuteDeleteAsync(cancel);
        await db.Set<ServiceRequest>().Where(r => requests.Contains(r.Id)).ExecuteDeleteAsync(cancel);
    }

    /// <summary>Contacts with them; before the inquiries go, by which some are known.</summary>
    private static async Task ContactsAsync(CaseDbContext db, List<Guid> records, List<Guid> made, CancellationToken cancel)
    {
        var (contacts, inquiries) = (db.Set<Interaction>(), db.Set<Inquiry>());
        await contacts.Where(i => records.Contains(i.BeneficiaryId!.Value) || records.Contains(i.SourceId!.Value)
            || inquiries.Any(q => q.Id == i.SourceId && made.Contains(q.Id))).ExecuteDeleteAsync(cancel);
    }

    private static async Task FilesAsync(CaseDbContext db, List<Guid> people, CancellationToken cancel)
    {
        var notices = db.Set<Notice>().Where(n => people.Contains(n.BeneficiaryId)).Select(n => n.Id);
        await db.Set<NoticeTry>().Where(t => notices.Contains(t.NoticeId)).ExecuteDeleteAsync(cancel);
        await db.Set<Notice>().Where(n => people.Contains(n.BeneficiaryId)).ExecuteDeleteAsync(cancel);
        await db.Set<HouseholdMember>().Where(r => people.Contains(r.BeneficiaryId)).ExecuteDeleteAsync(cancel);
        await db.Set<IncomeSource>().Where(r => people.Contains(r.BeneficiaryId)).ExecuteDeleteAsync(cancel);
        await db.Set<Debt>().Where(r => people.Contains(r.BeneficiaryId)).ExecuteDeleteAsync(cancel);
        await db.Set<Housing>().Where(r => people.Contains(r.BeneficiaryId)).ExecuteDeleteAsync(cancel);
        await db.Set<BankAccount>().Where(r => people.Contains(r.BeneficiaryId)).ExecuteDeleteAsync(cancel);
        await db.Set<Representative>().Where(r => people.Contains(r.BeneficiaryId)).ExecuteDeleteAsync(cancel);
        await db.Set<SensitivityFlag>().Where(r => people.Contains(r.BeneficiaryId)).ExecuteDeleteAsync(cancel);
        await db.Set<ConsentRecord>().Where(r => people.Contains(r.BeneficiaryId)).ExecuteDeleteAsync(cancel);
        await db.Set<BeneficiaryCategoryLink>().Where(r => people.Contains(r.BeneficiaryId)).ExecuteDeleteAsync(cancel);
        await db.Set<Beneficiary>().Where(r => people.Contains(r.Id)).ExecuteDeleteAsync(cancel);
    }
}

/// <summary>What people made hangs on demonstration data, so none of it was taken out.</summary>
public sealed class DemoInUse(IReadOnlyList<string> requests, int visits) : Exception(
    $"Not removed: {requests.Count} request(s) ({string.Join(", ", requests.Take(MostNamed))}) and {visits} visit(s) that people made hang on demonstration data.")
{
    private const int MostNamed = 10;

    public IReadOnlyList<string> Requests { get; } = requests;

    public int Visits { get; } = visits;
}
