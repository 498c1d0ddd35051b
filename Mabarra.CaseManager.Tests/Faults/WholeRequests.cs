using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Beneficiaries;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Documents;
using Mabarra.CaseManager.Holidays;
using Mabarra.CaseManager.Intake;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mabarra.CaseManager.Tests.Faults;

/// <summary>Examines everything a desk leaves: each act is there with all its rows and its entry in the trail, or not at all.</summary>
internal sealed class WholeRequests(IServiceProvider services)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <returns>The complete requests. Fails at the first half of an act.</returns>
    public async Task<IReadOnlySet<Guid>> FindAsync()
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<CaseDbContext>>().CreateDbContextAsync(Cancel);
        var (requestSet, fileSet) = (db.ServiceRequests, db.StoredDocuments);
        var requests = await requestSet.AsNoTracking().Include(r => r.Items).OrderBy(r => r.Serial).ToListAsync(Cancel);
        var papers = (await fileSet.AsNoTracking().ToListAsync(Cancel)).ToLookup(d => d.OwnerId);
        var trail = (await db.AuditEntries.AsNoTracking().Select(e => new { e.RecordId, e.Action }).ToListAsync(Cancel)).ToLookup(e => e.RecordId, e => e.Action);
        var calendar = await services.GetRequiredService<CalendarReader>().ReadAsync(Cancel);
        await AssertCreatesAsync(db, requests, trail);
        foreach (var request in requests)
        {
            Assert.Equal(Expected(request, papers[request.Id].Count()), trail[request.Id].Order(StringComparer.Ordinal));
            AssertCompletion(request, calendar);
            Assert.Equal(request.Declaration?.DocumentId, papers[request.Id].SingleOrDefault()?.Id);
        }

        await AssertBodiesAsync(db, [.. papers.SelectMany(p => p)]);
        return requests.Where(r => r.Status == RequestStatus.Complete).Select(r => r.Id).ToHashSet();
    }

    /// <summary>Each create has its idempotency row, its number without a gap, its entry in the trail.</summary>
    private static async Task AssertCreatesAsync(CaseDbContext db, List<ServiceRequest> requests, ILookup<Guid, string> trail)
    {
        var people = await db.Beneficiaries.AsNoTracking().Include(b => b.Categories).OrderBy(b => b.FileNo).ToListAsync(Cancel);
        Assert.All(people, b => Assert.NotEmpty(b.Categories));
        Assert.All(people, b => Assert.Single(trail[b.Id]));
        var made = await db.Set<Submission>().Select(s => s.MadeId).ToListAsync(Cancel);
        Assert.Equal(people.Select(b => b.Id).Concat(requests.Select(r => r.Id)).Order(), made.Order());
        Assert.Equal(Enumerable.Range(1, people.Count).Select(n => (long)n), people.Select(b => b.FileNo));
        Assert.Equal(Enumerable.Range(1, requests.Count).Select(n => (long)n), requests.Select(r => r.Serial));
    }

    /// <summary>What the trail must say of a request in this state, and nothing else.</summary>
    private static IEnumerable<string> Expected(ServiceRequest request, int papers) => new[]
    {
        Enumerable.Repeat("intake.request.open", 1),
        Enumerable.Repeat("intake.request.sheet", request.SheetIssuedAt is null ? 0 : 1),
        Enumerable.Repeat("intake.item.receive", request.Items.Count(i => !i.IsDeclaration && i.Status == ItemStatus.Received)),
        Enumerable.Repeat("documents.document.store", papers),
        Enumerable.Repeat("intake.request.sign", request.Declaration is null ? 0 : 1),
        Enumerable.Repeat("intake.request.agree", request.AgreedChannel is null ? 0 : 1),
        Enumerable.Repeat("intake.request.complete", request.Status == RequestStatus.Complete ? 1 : 0),
    }.SelectMany(a => a).Order(StringComparer.Ordinal);

    /// <summary>ت-٦: everything that completion writes is there, or none of it.</summary>
    private static void AssertCompletion(ServiceRequest request, WorkingDayCalendar calendar)
    {
        Assert.NotEmpty(request.Items);
        if (request.Status != RequestStatus.Complete)
        {
            Assert.Equal(RequestStatus.Draft, request.Status);
            Assert.True(request is { CompletedOn: null, DueOn: null, PromisedDueOn: null, DueOrder: null, CompletenessRecordedAt: null }, $"{request.Number} is half complete.");
            return;
        }

        Assert.All(request.Items.Where(i => i.IsMandatory), i => Assert.True(i is { Status: ItemStatus.Received, ReceivedOn: not null, RecordedAt: not null }));
        Assert.True(request is { SheetIssuedAt: not null, Declaration: not null, ExplainedAt: not null, AgreedChannel: not null, CompletenessRecordedAt: not null, DueOrder: not null });
        Assert.Equal(Completeness.LastReceivedOn(request), request.CompletedOn);
        Assert.Equal(ReplyPeriod.DueOn(calendar, request.CompletedOn!.Value), request.DueOn);
        Assert.Equal(request.DueOn, request.PromisedDueOn);
    }

    /// <summary>D3: no document without all its blocks, each opening under the key, the whole fitting its SHA-256; no block without its document.</summary>
    private async Task AssertBodiesAsync(CaseDbContext db, List<StoredDocument> documents)
    {
        var bodies = await db.Set<DocumentBody>().Select(b => b.Id).ToListAsync(Cancel);
        Assert.Equal(documents.Select(d => d.BodyId!.Value).Order(), bodies.Order());
        var blocks = await db.Set<DocumentBlock>().Select(b => b.BodyId).Distinct().ToListAsync(Cancel);
        Assert.Equal(bodies.Order(), blocks.Order());
        foreach (var document in documents)
        {
            await using var content = services.GetRequiredService<BodyStore>().Open(document.BodyId!.Value, document.Length, document.Sha256);
            using var plain = new MemoryStream();
            await content.CopyToAsync(plain, Cancel);
            Assert.Equal(document.Sha256, System.Security.Cryptography.SHA256.HashData(plain.ToArray()));
        }
    }
}
