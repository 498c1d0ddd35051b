using Mabarra.CaseManager.Data.Boot;

namespace Mabarra.CaseManager.Administration;

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
            return args switch
            {
                ["migrate"] => await MigrateAsync(services, output, cancel),
                _ => Unknown(output),
            };
        }
        catch (Exception e) when (e is BootRefused or IOException or UnauthorizedAccessException)
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

    private static int Unknown(TextWriter output)
    {
        output.WriteLine("Commands: migrate");
        return Usage;
    }
}
