using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Mabarra.CaseManager.Staff;
using Mabarra.CaseManager.Tests.Support;
using Microsoft.Data.Sqlite;

namespace Mabarra.CaseManager.Tests.Faults;

/// <summary>SIGTERM to the real app while people work (D7).</summary>
public sealed class GracefulStopTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly string[] People = ["reception", "liaison", "committee", "hr", "manager", "admin"];
    private int acknowledged;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task D7_Told_to_stop_under_load_it_ends_what_it_accepted_stops_in_time_and_leaves_one_whole_file()
    {
        await using var app = await RunningApp.StartAsync(
            RunningApp.Development, new Dictionary<string, string>(StringComparer.Ordinal) { ["Stop:Seconds"] = "5" });
        using var stalled = await StallAsync(app);
        var enough = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var people = People.Select(who => Task.Run(() => SignInAgainAndAgainAsync(app, who, enough))).ToList();
        await enough.Task.WaitAsync(Patience, Cancel);

        var watch = Stopwatch.StartNew();
        Assert.Equal(0, await app.StopAsync());
        // Its five seconds, and a busy machine's own.
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(20));
        await Task.WhenAll(people).WaitAsync(Patience, Cancel);

        var file = Path.Combine(app.Folder, "data", "mabarra.db");
        Assert.False(File.Exists(file + "-wal"));
        Assert.InRange(await SignedInAsync(file), acknowledged, acknowledged + People.Length);
        using (var verify = AppProcess.Command(SettingsOf(app), "verify-audit"))
            Assert.True(await verify.EndAsync() == 0, string.Join('\n', verify.Output));
        await app.StartAsync();
        using var browser = app.NewBrowser();
        await browser.SignInAsDemonstrationAsync("reception");
    }

    /// <summary>Each answer is an act: it stands in the trail, in the same transaction, before the browser hears of it. Ends when the app takes no more.</summary>
    private async Task SignInAgainAndAgainAsync(RunningApp app, string who, TaskCompletionSource enough)
    {
        try
        {
            while (true)
            {
                using var browser = app.NewBrowser();
                var answer = await browser.SignInAsync(who, DemonstrationAccounts.Password);
                Assert.Equal(HttpStatusCode.Found, answer.Status);
                if (Interlocked.Increment(ref acknowledged) >= 2 * People.Length)
                    enough.TrySetResult();
            }
        }
        catch (HttpRequestException)
        {
            // Not taken any more, or not answered any more.
        }
        catch (IOException)
        {
            // Cut off in the middle of an answer that was no act's.
        }
    }

    /// <summary>Somebody whose line has died in the middle of a form: the stop must not wait for her for ever.</summary>
    private static async Task<TcpClient> StallAsync(RunningApp app)
    {
        var client = new TcpClient();
        await client.ConnectAsync(app.Address.Host, app.Address.Port, Cancel);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(
            $"POST /sign-in HTTP/1.1\r\nHost: {app.Address.Authority}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\n_handler="), Cancel);
        return client;
    }

    private static Dictionary<string, string?> SettingsOf(RunningApp app) => new(StringComparer.Ordinal)
    {
        ["Database:Folder"] = Path.Combine(app.Folder, "data"),
        ["Keys:Folder"] = Path.Combine(app.Folder, "keys"),
    };

    private static async Task<int> SignedInAsync(string file)
    {
        await using var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=false");
        await connection.OpenAsync(Cancel);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM \"AuditEntries\" WHERE \"Action\" = 'account.signin.done'";
        return Convert.ToInt32(await command.ExecuteScalarAsync(Cancel), CultureInfo.InvariantCulture);
    }
}
