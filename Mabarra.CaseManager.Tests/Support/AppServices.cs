using Mabarra.CaseManager.Data.Boot;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Mabarra.CaseManager.Tests.Support;

/// <summary>The app's services on the settings a test gives, as a process that starts would build them.</summary>
public static class AppServices
{
    public static ServiceProvider Build(IEnumerable<KeyValuePair<string, string?>> settings, Action<IServiceCollection>? more = null)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        var services = new ServiceCollection();
        services.AddLogging().AddSingleton(TimeProvider.System).AddSingleton<IConfiguration>(configuration).AddModules(configuration);
        more?.Invoke(services);
        return services.BuildServiceProvider();
    }

    public static Task BootAsync(this IServiceProvider services) =>
        services.GetRequiredService<DatabaseBoot>().StartAsync(TestContext.Current.CancellationToken);
}

/// <summary>Keeps what is logged, for tests of what an operator is told.</summary>
public sealed class KeptLog : ILoggerProvider, ILogger
{
    private readonly System.Collections.Concurrent.ConcurrentQueue<string> lines = new();

    public IReadOnlyCollection<string> Lines => lines;

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        lines.Enqueue($"{logLevel}: {formatter(state, exception)}");

    public void Dispose()
    {
    }
}
