using Mabarra.CaseManager.PolicyLibrary;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Tests.PolicyLibrary;

/// <summary>What tests of the library stand in: the policy as it is seeded, and short ways to write and publish.</summary>
public abstract class PolicyHouse(TestDatabase database) : House(database)
{
    protected override Task SetUpAsync() => AddReferenceDataAsync();

    protected Act Hr => By(StaffRole.HumanResources);

    protected async Task<PolicyDetail> PolicyAsync(PolicyKind kind = PolicyKind.BeneficiaryRelations)
    {
        var row = (await The<PolicyQueries>().ListAsync(Hr, Cancel)).Single(p => p.Kind == kind);
        return await The<PolicyQueries>().OpenAsync(Hr, row.Id, Cancel);
    }

    protected static PublishForm Approval(string? note = null, bool minor = false) => new()
    {
        ApprovalRef = "محضر 14/1448",
        ApprovedOn = new DateOnly(2026, 11, 16),
        EffectiveOn = new DateOnly(2026, 11, 22),
        ReviewDueOn = new DateOnly(2027, 11, 22),
        ChangeNote = note,
        IsMinor = minor,
    };

    /// <summary>Puts the seeded text in force.</summary>
    protected async Task<Guid> PublishFirstAsync()
    {
        var draft = (await PolicyAsync()).Draft!;
        await The<PublishingService>().PublishAsync(Hr, draft.Id, draft.Version, Approval(), cancel: Cancel);
        return draft.Id;
    }

    /// <summary>Writes the next version with another reply period, and puts it in force.</summary>
    protected async Task<Guid> PublishNextAsync(string text = "تحدد المدة للرد على الطلب بـ (١٠) يوم عمل من تاريخ اكتمال الطلب.", bool minor = false)
    {
        var id = await The<PolicyTextService>().StartAsync(Hr, Guid.NewGuid(), (await PolicyAsync()).Id, Cancel);
        await WriteAsync(id, "ت-6", text);
        var draft = (await PolicyAsync()).Draft!;
        await The<PublishingService>().PublishAsync(Hr, draft.Id, draft.Version, Approval("مدة الرد", minor), cancel: Cancel);
        return id;
    }

    protected async Task WriteAsync(Guid versionId, string key, string text)
    {
        var reading = await The<PolicyQueries>().ReadAsync(Hr, versionId, Cancel);
        var row = reading.Clauses.Single(c => c.Key == key);
        var form = new ClauseForm { Key = row.Key, Kind = row.Kind, Mark = row.Mark, TextAr = text, Footnote = row.Footnote };
        await The<PolicyTextService>().SaveClauseAsync(Hr, versionId, reading.Row.Version, row.Id, form, cancel: Cancel);
    }

    protected Task<PolicyVersion> VersionAsync(Guid id) => ReadAsync(db =>
    {
        var versions = db.PolicyVersions;
        return versions.AsNoTracking().Include(v => v.Clauses).SingleAsync(v => v.Id == id, Cancel);
    });
}
