using Mabarra.CaseManager.Data.Encryption;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Mabarra.CaseManager.Data.Boot;

/// <summary>Brings the database to this version before anybody is let in.</summary>
public sealed class DatabaseBoot(IDbContextFactory<CaseDbContext> contexts, IOptions<DatabaseOptions> options, IServiceProvider services)
{
    public async Task StartAsync(CancellationToken cancel)
    {
        // The keys come first: a missing key file must stop the start before anything is written.
        services.GetRequiredService<CaseKeys>();
        if (options.Value.Provider == DatabaseProvider.Sqlite)
            Directory.CreateDirectory(options.Value.Folder);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await db.Database.MigrateAsync(cancel);
    }
}
