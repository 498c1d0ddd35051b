using Mabarra.CaseManager.Data;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Administration.SetUp;

/// <summary>Whether anybody has an account yet. Once somebody has, this never turns back.</summary>
internal sealed class SetUpState(IDbContextFactory<CaseDbContext> contexts)
{
    private volatile bool done;

    public async ValueTask<bool> IsDoneAsync(CancellationToken cancel)
    {
        if (done)
            return true;
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return done = await db.Users.AnyAsync(cancel);
    }
}
