using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Mabarra.CaseManager.Tests.Support;

/// <summary>
/// The real app as its own process on a free loopback port, with a fresh folder for its data and keys. <see cref="KillAsync"/> ends it as a power cut would;
/// <see cref="StartAsync()"/> starts it again on the same folder.
/// <code>await using var app = await RunningApp.StartAsync(RunningApp.Development);</code>
/// </summary>
public sealed partial class RunningApp : IAsyncDisposable
{
    public const string Development = "Development";
    public const string Production = "Production";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(180);

    private readonly string environment;
    private readonly IReadOnlyDictionary<string, string> settings;
    private readonly bool limitable;
    private readonly StringBuilder output = new();
    private Process? process;

    private RunningApp(string environment, IReadOnlyDictionary<string, string> settings, bool limitable) =>
        (this.environment, this.settings, this.limitable) = (environment, settings, limitable);

    /// <summary>Holds <c>data</c> and <c>keys</c>; deleted at the end.</summary>
    public string Folder { get; } = Path.Combine(Path.GetTempPath(), $"mabarra-app-{Guid.NewGuid():N}");

    public Uri Address { get; private set; } = new("http://127.0.0.1");

    /// <summary>Everything the app has printed so far, over all of its starts.</summary>
    public string Output
    {
        get
        {
            lock (output)
                return output.ToString();
        }
    }

    /// <param name="settings">Configuration for the app, e.g. <c>["Clock:Start"] = "2026-11-23T08:00:00Z"</c>.</param>
    /// <param name="limitable">Its files may be kept from growing by <see cref="LimitFilesAsync"/>.</param>
    public static async Task<RunningApp> StartAsync(string environment, IReadOnlyDictionary<string, string>? settings = null, bool limitable = false)
    {
        var app = new RunningApp(environment, settings ?? new Dictionary<string, string>(StringComparer.Ordinal), limitable);
        try
        {
            await app.StartAsync();
            return app;
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts the app and returns when it takes requests; again on the same address, so that open pages find it.</summary>
    /// <exception cref="InvalidOperationException">It ended instead; the message holds what it printed.</exception>
    public async Task StartAsync()
    {
        Directory.CreateDirectory(Folder);
        var ready = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        process = new Process { StartInfo = Command(), EnableRaisingEvents = true };
        process.OutputDataReceived += (_, line) => Read(line.Data, ready);
        process.ErrorDataReceived += (_, line) => Read(line.Data, ready);
        process.Exited += (_, _) => ready.TrySetException(new InvalidOperationException($"The app ended before it was ready:\n{Output}"));
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        Address = await ready.Task.WaitAsync(Patience, TestContext.Current.CancellationToken);
    }

    /// <summary>A browser without JavaScript: keeps cookies, does not follow redirects.</summary>
    public PlainBrowser NewBrowser() => new(Address);

    /// <summary>No file of the running app may grow beyond this (<c>unlimited</c> lifts it): to the app, its disk is full.</summary>
    public async Task LimitFilesAsync(string bytes)
    {
        using var limit = Process.Start("prlimit", [string.Create(CultureInfo.InvariantCulture, $"--pid={process!.Id}"), $"--fsize={bytes}:unlimited"]);
        await limit.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, limit.ExitCode);
    }

    /// <summary>SIGTERM, as a supervisor stops it.</summary>
    /// <returns>What it ended with.</returns>
    public async Task<int> StopAsync()
    {
        using (var kill = Process.Start("kill", ["-TERM", process!.Id.ToString(CultureInfo.InvariantCulture)]))
            await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Patience, TestContext.Current.CancellationToken);
        var code = process.ExitCode;
        process.Dispose();
        process = null;
        return code;
    }

    /// <summary>The process ends at once, without a chance to tidy up.</summary>
    public async Task KillAsync()
    {
        if (process is null)
            return;
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync(CancellationToken.None);
        process.Dispose();
        process = null;
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        if (Directory.Exists(Folder))
            Directory.Delete(Folder, recursive: true);
    }

    private ProcessStartInfo Command()
    {
        var dotnet = Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) is "dotnet" ? host : "dotnet";
        var start = new ProcessStartInfo(limitable ? "bash" : dotnet)
        {
            WorkingDirectory = SourceFolder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        if (limitable)
        {
            // A file at its limit is an error to the app, not its end; and the runtime's own code keeps out of files.
            foreach (var part in (string[])["-c", "trap '' XFSZ; exec \"$0\" \"$@\"", dotnet])
                start.ArgumentList.Add(part);
            start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        }

        start.ArgumentList.Add(typeof(Composition).Assembly.Location);
        foreach (var (key, value) in Settings())
            start.ArgumentList.Add($"--{key}={value}");
        start.Environment["ASPNETCORE_ENVIRONMENT"] = environment;
        start.Environment["DOTNET_ENVIRONMENT"] = environment;
        start.Environment["Logging__Console__FormatterName"] = "simple";
        return start;
    }

    private Dictionary<string, string> Settings()
    {
        var all = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["urls"] = Address.IsDefaultPort ? "http://127.0.0.1:0" : Address.GetLeftPart(UriPartial.Authority),
            ["Database:Folder"] = Path.Combine(Folder, "data"),
            ["Demonstration:Data"] = "false",
            ["Keys:Folder"] = Path.Combine(Folder, "keys"),
            ["SignIn:TriesPerMinute"] = 10_000.ToString(CultureInfo.InvariantCulture),
        };
        foreach (var (key, value) in settings)
            all[key] = value;
        return all;
    }

    private void Read(string? line, TaskCompletionSource<Uri> ready)
    {
        if (line is null)
            return;
        lock (output)
            output.AppendLine(line);
        if (Listening().Match(line) is { Success: true } match)
            ready.TrySetResult(new Uri(match.Groups["address"].Value));
    }

    /// <summary>The app's project folder: its manifest of static files points there in a build that was not published.</summary>
    internal static string SourceFolder
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Mabarra.CaseManager.sln")))
                folder = folder.Parent;
            return Path.Combine(folder?.FullName ?? throw new DirectoryNotFoundException("The solution's folder."), "Mabarra.CaseManager");
        }
    }

    [GeneratedRegex(@"Now listening on: (?<address>http://127\.0\.0\.1:[0-9]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Listening();
}
