using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Mabarra.CaseManager.Data.Boot;

/// <summary>PostgreSQL's own tool, where the machine has it.</summary>
internal static class PgDump
{
    /// <summary>Dumps the database to a file that appears only once the dump is whole and readable.</summary>
    /// <returns>Why there is no dump, or null.</returns>
    public static async Task<string?> RunAsync(string connectionString, string file, CancellationToken cancel)
    {
        if (File.Exists(file))
            return $"{file} is there already; a backup is never overwritten";
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        var draft = file + SqliteCopy.Partial;
        try
        {
            var failure = await StartAsync("pg_dump", connectionString, ["--format=custom", $"--file={draft}"], cancel)
                ?? await StartAsync("pg_restore", connectionString, ["--list", draft], cancel);
            if (failure is not null)
                return failure;
            SqliteCopy.Flush(draft);
            File.Move(draft, file, overwrite: false);
            return null;
        }
        finally
        {
            File.Delete(draft);
        }
    }

    private static async Task<string?> StartAsync(string tool, string connectionString, IEnumerable<string> arguments, CancellationToken cancel)
    {
        var start = new ProcessStartInfo(tool, arguments) { RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false };
        Describe(start, new NpgsqlConnectionStringBuilder(connectionString));
        try
        {
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEndAsync(cancel);
            var errors = process.StandardError.ReadToEndAsync(cancel);
            try
            {
                await process.WaitForExitAsync(cancel);
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                throw;
            }

            await output;
            return process.ExitCode == 0 ? null : $"{tool}: {(await errors).Trim()}";
        }
        catch (Win32Exception)
        {
            return $"{tool} is not installed on this machine";
        }
    }

    // Through the environment, so that the password shows in no list of processes.
    private static void Describe(ProcessStartInfo start, NpgsqlConnectionStringBuilder to)
    {
        var environment = start.Environment;
        environment["PGHOST"] = to.Host;
        environment["PGPORT"] = to.Port.ToString(CultureInfo.InvariantCulture);
        environment["PGDATABASE"] = to.Database ?? to.Username;
        environment["PGUSER"] = to.Username;
        if (to.Password is not null)
            environment["PGPASSWORD"] = to.Password;
    }
}
