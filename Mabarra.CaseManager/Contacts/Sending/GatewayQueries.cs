using Mabarra.CaseManager.Contacts.Notices;
using Mabarra.CaseManager.Data;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Contacts.Sending;

/// <summary>Reads of the ways out.</summary>
public sealed class GatewayQueries(IDbContextFactory<CaseDbContext> contexts)
{
    /// <summary>One that was never set up is not there.</summary>
    public async Task<IReadOnlyDictionary<NoticeRoute, Gateway>> AllAsync(Act act, CancellationToken cancel)
    {
        act.Require(ContactsModule.SettingsPermission);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Gateways.AsNoTracking().ToDictionaryAsync(g => g.Route, cancel);
    }
}
