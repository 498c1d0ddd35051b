namespace Mabarra.CaseManager.Tests.Support;

/// <summary>One running app for all tests of a class (<c>IClassFixture&lt;DevelopmentApp&gt;</c>), with Development's demonstration accounts.</summary>
public sealed class DevelopmentApp : IAsyncLifetime
{
    public RunningApp App { get; private set; } = null!;

    public async ValueTask InitializeAsync() => App = await RunningApp.StartAsync(RunningApp.Development);

    public ValueTask DisposeAsync() => App.DisposeAsync();
}
