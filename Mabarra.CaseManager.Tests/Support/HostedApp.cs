using System.Diagnostics;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Mabarra.CaseManager.Tests.Support;

/// <summary>The real app, its own Program from the first line, inside this process: over real HTTP like <see cref="RunningApp"/>, and its services can be asked.</summary>
public sealed class HostedApp : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private static readonly AsyncLocal<TaskCompletionSource<IHost>?> Wanted = new();

    private readonly Task<int> end;
    private readonly IHost host;

    private HostedApp(string folder, IHost host, Task<int> end) => (Folder, this.host, this.end) = (folder, host, end);

    public string Folder { get; }

    public IServiceProvider Services => host.Services;

    public Uri Address { get; private set; } = new("http://127.0.0.1");

    public static async Task<HostedApp> StartAsync(IReadOnlyDictionary<string, string>? settings = null, string environment = RunningApp.Development)
    {
        var folder = Path.Combine(Path.GetTempPath(), $"mabarra-hosted-{Guid.NewGuid():N}");
        string[] args = [.. Settings(folder, environment, settings ?? new Dictionary<string, string>(StringComparer.Ordinal)).Select(s => $"--{s.Key}={s.Value}")];
        var built = new TaskCompletionSource<IHost>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var watch = DiagnosticListener.AllListeners.Subscribe(new Listeners());
        // The compiler's own Main waits for the app's end, so it gets a thread.
        var running = Task.Factory.StartNew(
            () =>
            {
                Wanted.Value = built;
                return (int)typeof(Composition).Assembly.EntryPoint!.Invoke(null, [args])!;
            },
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        await Task.WhenAny(built.Task, running).WaitAsync(Patience, TestContext.Current.CancellationToken);
        if (running.IsCompleted)
            throw new InvalidOperationException($"The app ended before it was ready: {await running}.");
        var app = new HostedApp(folder, await built.Task, running);
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var _ = app.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStarted.Register(() => started.TrySetResult());
        await Task.WhenAny(started.Task, running).WaitAsync(Patience, TestContext.Current.CancellationToken);
        app.Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        return app;
    }

    public PlainBrowser NewBrowser() => new(Address);

    public T The<T>()
        where T : notnull => Services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        if (!end.IsCompleted)
            Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
        await end.WaitAsync(Patience, CancellationToken.None);
        SqliteConnection.ClearAllPools();
        if (Directory.Exists(Folder))
            Directory.Delete(Folder, recursive: true);
    }

    private static Dictionary<string, string> Settings(string folder, string environment, IReadOnlyDictionary<string, string> settings)
    {
        var all = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["environment"] = environment,
            ["applicationName"] = typeof(Composition).Assembly.GetName().Name!,
            ["contentRoot"] = RunningApp.SourceFolder,
            ["urls"] = "http://127.0.0.1:0",
            ["Database:Folder"] = Path.Combine(folder, "data"),
            ["Demonstration:Data"] = "false",
            ["Keys:Folder"] = Path.Combine(folder, "keys"),
            ["SignIn:TriesPerMinute"] = "10000",
            ["Logging:LogLevel:Default"] = "None",
        };
        foreach (var (key, value) in settings)
            all[key] = value;
        return all;
    }

    /// <summary>The host tells when it is built; several apps may start at once, so each is handed to whoever started its thread.</summary>
    private sealed class Listeners : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
    {
        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == "Microsoft.Extensions.Hosting")
                value.Subscribe(this);
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value is { Key: "HostBuilt", Value: IHost host })
                Wanted.Value?.TrySetResult(host);
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }
    }
}
