using System.Collections.Concurrent;
using System.Diagnostics;

namespace Mabarra.CaseManager.Tests.Support;

/// <summary>A process of ours that a test may kill: the app itself, or this test assembly in the part of a writer.</summary>
public sealed class AppProcess : IDisposable
{
    private readonly Process process;
    private TaskCompletionSource news = NewNews();

    private AppProcess(Process process) => this.process = process;

    public ConcurrentQueue<string> Output { get; } = new();

    public int ExitCode => process.ExitCode;

    public bool HasExited => process.HasExited;

    /// <summary>The app with a command, e.g. <c>migrate</c>.</summary>
    public static AppProcess Command(IEnumerable<KeyValuePair<string, string?>> settings, params IEnumerable<string> arguments) =>
        Start(typeof(Composition).Assembly.Location, settings, arguments);

    /// <summary>The app with a command, in a shell that was first limited (<c>ulimit …</c>).</summary>
    public static AppProcess StartUnder(string limit, IEnumerable<KeyValuePair<string, string?>> settings, string command) =>
        Run(new ProcessStartInfo("bash", ["-c", $"{limit}; exec \"$0\" \"$@\"", Dotnet, typeof(Composition).Assembly.Location, command]), settings);

    /// <param name="assembly">The dll to run under this machine's dotnet.</param>
    public static AppProcess Start(string assembly, IEnumerable<KeyValuePair<string, string?>> settings, params IEnumerable<string> arguments) =>
        Run(new ProcessStartInfo(Dotnet, [assembly, .. arguments]), settings);

    private static string Dotnet =>
        Environment.ProcessPath is { } path && string.Equals(Path.GetFileNameWithoutExtension(path), "dotnet", StringComparison.Ordinal) ? path : "dotnet";

    private static AppProcess Run(ProcessStartInfo start, IEnumerable<KeyValuePair<string, string?>> settings)
    {
        start.RedirectStandardOutput = start.RedirectStandardError = start.RedirectStandardInput = true;
        start.UseShellExecute = false;
        start.WorkingDirectory = Path.GetTempPath();
        foreach (var (key, value) in settings)
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        var made = new AppProcess(new Process { StartInfo = start });
        made.process.OutputDataReceived += (_, e) => made.Keep(e.Data);
        made.process.ErrorDataReceived += (_, e) => made.Keep(e.Data);
        made.process.EnableRaisingEvents = true;
        made.process.Exited += (_, _) => made.Tell();
        made.process.Start();
        made.process.StandardInput.Close();
        made.process.BeginOutputReadLine();
        made.process.BeginErrorReadLine();
        return made;
    }

    /// <summary>Waits until a line of its output has this, so many times.</summary>
    public async Task SaysAsync(string words, int times = 1)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(180));
        while (true)
        {
            var next = Volatile.Read(ref news).Task;
            if (Output.Count(l => l.Contains(words, StringComparison.Ordinal)) >= times)
                return;
            if (HasExited && next == Volatile.Read(ref news).Task)
                Assert.Fail($"It ended with {ExitCode}:\n{string.Join('\n', Output)}");
            await next.WaitAsync(limit.Token);
        }
    }

    /// <summary>kill -9.</summary>
    public async Task KillAsync()
    {
        process.Kill(entireProcessTree: true);
        await EndAsync();
    }

    /// <summary>Waits for its end; all of its output has been read by then.</summary>
    public async Task<int> EndAsync()
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(180));
        await process.WaitForExitAsync(limit.Token);
        process.WaitForExit();
        return process.ExitCode;
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        process.Dispose();
    }

    private void Keep(string? line)
    {
        if (line is not null)
            Output.Enqueue(line);
        Tell();
    }

    /// <summary>Something was said, or it ended: whoever waits looks again.</summary>
    private void Tell() => Interlocked.Exchange(ref news, NewNews()).TrySetResult();

    private static TaskCompletionSource NewNews() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
