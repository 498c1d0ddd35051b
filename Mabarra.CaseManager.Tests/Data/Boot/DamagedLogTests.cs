using Mabarra.CaseManager.Data.Boot;
using Mabarra.CaseManager.Tests.Faults;
using Mabarra.CaseManager.Tests.Support;
using Microsoft.Data.Sqlite;

namespace Mabarra.CaseManager.Tests.Data.Boot;

/// <summary>A killed app's log, damaged before the next start (D8). SQLite itself would pass over each of these without a word, and acknowledged acts would be gone.</summary>
public sealed class DamagedLogTests : IAsyncLifetime
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"mabarra-{Guid.NewGuid():N}");
    private readonly Dictionary<string, string?> settings = new(StringComparer.Ordinal);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string DatabaseFile => Path.Combine(folder, "data", "mabarra.db");

    private string LogFile => DatabaseFile + "-wal";

    public async ValueTask InitializeAsync()
    {
        settings["Keys:Folder"] = Path.Combine(folder, "keys");
        foreach (var (key, value) in await TestDatabase.Sqlite().CreateAsync(folder))
            settings[key] = value;
        House.MakeKeys(settings["Keys:Folder"]!);
    }

    public ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task D8_A_damaged_log_is_refused_unwritten_with_the_way_back_and_the_way_back_works()
    {
        var backup = await BackUpAsync();
        await WriteAndDieAsync();
        var killed = await FilesAsync();
        foreach (var (how, damage) in Damages())
        {
            await PutAsync(killed);
            damage();
            var before = await FilesAsync();
            using var app = AppProcess.Command(settings, "migrate");
            Assert.True(await app.EndAsync() == BootRefused.ExitCode, $"{how}: started");
            Assert.True(app.Output.Any(l => l.Contains("damaged (its log", StringComparison.Ordinal) && l.Contains($"restore \"{backup}\"", StringComparison.Ordinal)), $"{how}: {string.Join('\n', app.Output)}");
            Assert.True(before.SequenceEqual(await FilesAsync()), $"{how}: something was written");
        }

        using var restore = AppProcess.Command(settings, "restore", backup);
        Assert.True(await restore.EndAsync() == 0, string.Join('\n', restore.Output));
        using var again = AppProcess.Command(settings, "migrate");
        Assert.Equal(0, await again.EndAsync());
    }

    [Fact]
    public async Task D8_A_database_file_that_was_cut_or_emptied_is_refused_unwritten()
    {
        var backup = await BackUpAsync();
        var whole = await File.ReadAllBytesAsync(DatabaseFile, Cancel);
        foreach (var length in (int[])[0, 100, 4096, whole.Length - 4096])
        {
            await File.WriteAllBytesAsync(DatabaseFile, whole[..length], Cancel);
            var before = await FilesAsync();
            using var app = AppProcess.Command(settings, "migrate");
            Assert.True(await app.EndAsync() == BootRefused.ExitCode, $"{length}: started");
            Assert.Contains(app.Output, l => l.Contains("damaged", StringComparison.Ordinal) && l.Contains($"restore \"{backup}\"", StringComparison.Ordinal));
            Assert.Equal(before[DatabaseFile], (await FilesAsync())[DatabaseFile]);
        }
    }

    private IEnumerable<(string How, Action Damage)> Damages()
    {
        yield return ("cut within a frame", () => Cut(new FileInfo(LogFile).Length - 1000));
        yield return ("cut at its first frame", () => Cut(32));
        yield return ("emptied", () => Cut(0));
        yield return ("gone", () => File.Delete(LogFile));
        yield return ("one byte changed", () => Write(32 + 24 + 100, [0x5A]));
        yield return ("rubbish, and no index", () =>
        {
            Write(0, new byte[64]);
            File.Delete(DatabaseFile + "-shm");
        }
        );
        yield return ("rubbish", () => Write(0, "this is not a log of SQLite at all"u8));
    }

    private void Cut(long length)
    {
        using var log = new FileStream(LogFile, FileMode.Open);
        log.SetLength(length);
    }

    private void Write(long at, ReadOnlySpan<byte> bytes)
    {
        using var log = new FileStream(LogFile, FileMode.Open);
        log.Position = at;
        log.Write(bytes);
    }

    private async Task<string> BackUpAsync()
    {
        using (var first = AppProcess.Command(settings, "migrate"))
            Assert.True(await first.EndAsync() == 0, string.Join('\n', first.Output));
        using var command = AppProcess.Command(settings, "backup");
        Assert.True(await command.EndAsync() == 0, string.Join('\n', command.Output));
        return Directory.GetFiles(Path.Combine(folder, "data", "backups"), "*.db").Single();
    }

    /// <summary>Acts that were acknowledged and stand in the log only.</summary>
    private async Task WriteAndDieAsync()
    {
        using var writer = AppProcess.Start(typeof(WriterChild).Assembly.Location, settings.Append(KeyValuePair.Create(WriterChild.Variable, (string?)"1")));
        await writer.SaysAsync("done");
        await writer.KillAsync();
    }

    /// <summary>Every file in the folder of the database, by what it holds.</summary>
    private async Task<Dictionary<string, string>> FilesAsync()
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in new[] { DatabaseFile, LogFile, DatabaseFile + "-shm" }.Where(File.Exists))
            files[file] = Convert.ToBase64String(await File.ReadAllBytesAsync(file, Cancel));
        return files;
    }

    private static async Task PutAsync(Dictionary<string, string> files)
    {
        foreach (var (file, bytes) in files)
            await File.WriteAllBytesAsync(file, Convert.FromBase64String(bytes), Cancel);
    }
}
