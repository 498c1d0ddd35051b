using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Mabarra.CaseManager.Benchmarks;

/// <summary>From starting the process on an existing database to its first answered sign-in page.</summary>
internal static class StartTime
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    public static async Task RunAsync(string folder, int runs)
    {
        var seconds = new List<double>();
        for (var run = 0; run < runs; run++)
        {
            seconds.Add(await OnceAsync(folder));
            Console.WriteLine($"start {run + 1}: {seconds[^1]:0.00} s");
        }

        seconds.Sort();
        Console.WriteLine($"median {seconds[seconds.Count / 2]:0.00} s, worst {seconds[^1]:0.00} s (goal 3 s)");
    }

    private static async Task<double> OnceAsync(string folder)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = Stopwatch.GetTimestamp();
        using var process = AppProcess.Start(folder, address);
        try
        {
            await AnswersAsync(process, address);
            return Stopwatch.GetElapsedTime(start).TotalSeconds;
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }
    }

    /// <summary>Returns with the first answered sign-in page.</summary>
    public static async Task AnswersAsync(Process process, Uri address)
    {
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(30) };
        while (!await AnsweredAsync(client, new Uri(address, "/sign-in")))
        {
            if (process.HasExited)
                throw new InvalidOperationException($"The app ended with {process.ExitCode}.");
            await Task.Delay(Pause);
        }
    }

    private static async Task<bool> AnsweredAsync(HttpClient client, Uri page)
    {
        try
        {
            using var answer = await client.GetAsync(page);
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

/// <summary>The app as a process of its own, in Development.</summary>
internal static class AppProcess
{
    public static Process Start(string folder, Uri address)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Composition).Assembly.Location]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.WorkingDirectory = Path.GetTempPath();
        foreach (var (key, value) in AppOn.SettingsOf(Path.GetFullPath(folder)))
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["ASPNETCORE_URLS"] = address.ToString();
        start.Environment["SignIn__TriesPerMinute"] = "10000";
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        var process = Process.Start(start)!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }
}
