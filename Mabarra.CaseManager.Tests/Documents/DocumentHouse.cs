using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Documents;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mabarra.CaseManager.Tests.Documents;

/// <summary>The house with one kind of record that documents may belong to.</summary>
public abstract class DocumentHouse(TestDatabase database) : House(database)
{
    protected Records Owners { get; } = new();

    protected static Guid Owner { get; } = new("0190bbbb-0000-7000-8000-000000000001");

    protected override void AddTo(IServiceCollection collection) => collection.AddSingleton<IDocumentAccess>(Owners);

    protected Act Clerk => By(StaffRole.FrontDesk);

    protected static NewDocument New(string name = "هوية.pdf", Sensitivity sensitivity = Sensitivity.Normal, Guid? key = null, Guid? owner = null) => new()
    {
        Key = key ?? Guid.CreateVersion7(),
        OwnerId = owner ?? Owner,
        OwnerType = Records.Type,
        FileName = name,
        Sensitivity = sensitivity,
    };

    protected Task<Guid> StoreAsync(byte[] bytes, string name = "هوية.pdf", Sensitivity sensitivity = Sensitivity.Normal, Guid? key = null, Act? act = null, Guid? owner = null) =>
        The<DocumentService>().StoreAsync(act ?? Clerk, New(name, sensitivity, key, owner), new MemoryStream(bytes), cancel: Cancel);

    protected async Task<byte[]> ReadAsync(Guid id, Act? act = null)
    {
        await using var opened = await The<DocumentQueries>().OpenAsync(act ?? Clerk, id, Cancel);
        using var whole = new MemoryStream();
        await opened.Content.CopyToAsync(whole, Cancel);
        return whole.ToArray();
    }

    protected async Task<CaseDbContext> DbAsync() => await The<IDbContextFactory<CaseDbContext>>().CreateDbContextAsync(Cancel);

    /// <summary>Rows of documents, bodies and blocks: all there or none.</summary>
    protected async Task<(int Documents, int Bodies, int Blocks)> CountAsync()
    {
        await using var db = await DbAsync();
        return (await db.StoredDocuments.CountAsync(d => d.BodyId != null, Cancel), await db.Set<DocumentBody>().CountAsync(Cancel), await db.Set<DocumentBlock>().CountAsync(Cancel));
    }

    /// <summary>A module above, as the documents see it.</summary>
    protected sealed class Records : IDocumentAccess
    {
        public const string Type = "TestRecord";

        public string OwnerType => Type;

        public RecordAccess Answer { get; set; } = new(MaySee: true, MayChange: true, IsOwn: true, IsBeingTakenIn: true);

        public Task<RecordAccess> OfAsync(Act act, Guid ownerId, CancellationToken cancel) => Task.FromResult(Answer);
    }
}
