using System.Security.Cryptography;
using Mabarra.CaseManager.Administration.Backups;
using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Data.Boot;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Administration;

/// <summary>A command of a module that stands above this one.</summary>
public interface IMoreCommand
{
    /// <summary>What is typed, e.g. <c>demo remove</c>.</summary>
    string Words { get; }

    /// <returns>Whether it was done; what it printed says why not.</returns>
    Task<bool> RunAsync(TextWriter output, CancellationToken cancel);
}

/// <summary>What the app does instead of serving when its first argument is a word: <c>dotnet run --project Mabarra.CaseManager -- backup</c>.</summary>
public static class Commands
{
    private const int Done = 0;
    private const int Failed = 1;
    private const int Usage = 64;

    /// <returns>The exit code, or null when the arguments name no command and the app should serve.</returns>
    public static async Task<int?> TryRunAsync(IServiceProvider services, string[] args, TextWriter output, CancellationToken cancel)
    {
        if (args.Length == 0 || args[0].StartsWith('-') || args[0].Contains('=', StringComparison.Ordinal))
            return null;
        try
        {
            // Settings (--Database:Folder=…) may follow the words.
            string[] words = [.. args.TakeWhile(a => !a.StartsWith("--", StringComparison.Ordinal))];
            return words switch
            {
                ["migrate"] => await MigrateAsync(services, output, cancel),
                ["backup"] => await BackupAsync(services, null, output, cancel),
                ["backup", var folder] => await BackupAsync(services, folder, output, cancel),
                ["restore", var file] => await RestoreAsync(services, file, output, cancel),
                ["verify-backup", var file] => await VerifyBackupAsync(file, output, cancel),
                ["verify-audit"] => await VerifyAuditAsync(services, output, cancel),
                _ when services.GetServices<IMoreCommand>().FirstOrDefault(c => string.Equals(c.Words, string.Join(' ', words), StringComparison.Ordinal)) is { } command =>
                    await MoreAsync(services, command, output, cancel),
                _ => Unknown(output),
            };
        }
        catch (Exception e) when (e is BootRefused or IOException or UnauthorizedAccessException or CryptographicException)
        {
            await output.WriteLineAsync(e.Message);
            return e is BootRefused ? BootRefused.ExitCode : Failed;
        }
    }

    private static async Task<int> MigrateAsync(IServiceProvider services, TextWriter output, CancellationToken cancel)
    {
        await services.GetRequiredService<DatabaseBoot>().StartAsync(cancel);
        await output.WriteLineAsync("The database is ready.");
        return Done;
    }

    private static async Task<int> BackupAsync(IServiceProvider services, string? folder, TextWriter output, CancellationToken cancel)
    {
        await OpenAsync(services, cancel);
        var act = new Act(Actor.System, services.GetRequiredService<TimeProvider>().Now);
        var made = await services.GetRequiredService<BackupService>().RunAsync(act, folder, cancel);
        await output.WriteLineAsync($"Made and examined: {made.Path} ({made.Size:N0} bytes). Keep the key file elsewhere: without it the backup cannot be read.");
        return Done;
    }

    private static async Task<int> RestoreAsync(IServiceProvider services, string file, TextWriter output, CancellationToken cancel)
    {
        var aside = await services.GetRequiredService<RestoreService>().RestoreAsync(file, cancel);
        // The restored database is brought to this version, and the act written into its own trail.
        await services.GetRequiredService<DatabaseBoot>().StartAsync(cancel);
        var act = new Act(Actor.System, services.GetRequiredService<TimeProvider>().Now);
        await services.GetRequiredService<BackupService>().RecordAsync(act, "backup.copy.restored", Path.GetFileName(file), cancel);
        await output.WriteLineAsync(aside is null ? "Restored. Start the app." : $"Restored. The replaced database is kept as {aside}. Start the app.");
        return Done;
    }

    private static async Task<int> VerifyBackupAsync(string file, TextWriter output, CancellationToken cancel)
    {
        var wrong = await BackupReader.WrongWithAsync(file, cancel);
        await output.WriteLineAsync(wrong ?? "The backup is whole: manifest, SHA-256, every page, every reference, and its audit chain.");
        return wrong is null ? Done : Failed;
    }

    private static async Task<int> VerifyAuditAsync(IServiceProvider services, TextWriter output, CancellationToken cancel)
    {
        await OpenAsync(services, cancel);
        var verdict = await services.GetRequiredService<AuditVerifier>().VerifyAsync(cancel: cancel);
        await output.WriteLineAsync(verdict.IsWhole
            ? $"The audit chain is whole: {verdict.Count} entries, head {Convert.ToHexStringLower(verdict.Head)}."
            : $"The audit chain is broken at entry {verdict.BrokenAt} ({verdict.BrokenWhy}); {verdict.Count} entries before it are as written.");
        return verdict.IsWhole ? Done : Failed;
    }

    private static async Task<int> MoreAsync(IServiceProvider services, IMoreCommand command, TextWriter output, CancellationToken cancel)
    {
        await OpenAsync(services, cancel);
        return await command.RunAsync(output, cancel) ? Done : Failed;
    }

    /// <summary>Beside a running app a command must never migrate: that is the app's own act at its start.</summary>
    private static async Task OpenAsync(IServiceProvider services, CancellationToken cancel)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<CaseDbContext>>().CreateDbContextAsync(cancel);
        if (!await db.Database.CanConnectAsync(cancel))
            throw new BootRefused("There is no database yet. Start the app once first.");
        if (!(await db.Database.GetAppliedMigrationsAsync(cancel)).SequenceEqual(db.Database.GetMigrations(), StringComparer.Ordinal))
            throw new BootRefused("The database belongs to another version of the app. Use that version's command, or start this version first.");
        services.GetRequiredService<DatabaseUse>().Begin();
        if (!await services.GetRequiredService<KeySentinels>().HoldAsync(cancel))
            throw new BootRefused("The key file does not fit this database.");
    }

    private static int Unknown(TextWriter output)
    {
        output.WriteLine("Commands: backup [folder] | restore <file> | verify-backup <file> | verify-audit | migrate | demo remove");
        return Usage;
    }
}
