using Mabarra.CaseManager.Administration;

namespace Mabarra.CaseManager.Demo;

/// <summary>Believable demonstration data for everything built so far (DOMAIN.md §7).</summary>
public static class DemoModule
{
    public static IServiceCollection AddDemo(this IServiceCollection services, IConfiguration configuration) => services
        .Configure<DemoOptions>(configuration.GetSection(DemoOptions.Section))
        .AddSingleton<DemoData>()
        .AddSingleton<IMoreCommand, DemoRemoveCommand>()
        .AddHostedService<DemoWork>();
}

/// <summary><c>demo remove</c>: takes the demonstration data out.</summary>
internal sealed class DemoRemoveCommand(DemoData data) : IMoreCommand
{
    public string Words => "demo remove";

    public async Task<bool> RunAsync(TextWriter output, CancellationToken cancel)
    {
        if (await data.StateAsync(cancel) is DemoState.None or DemoState.Removed)
        {
            await output.WriteLineAsync("There is no demonstration data.");
            return true;
        }

        try
        {
            var gone = await data.RemoveAsync(cancel);
            await output.WriteLineAsync($"Removed: {gone.Files} files, {gone.Requests} requests, {gone.Visits} visits. The demonstration accounts and the trail stay. A running app shows its banner until it is started again.");
            return true;
        }
        catch (DemoInUse e)
        {
            await output.WriteLineAsync(e.Message);
            return false;
        }
    }
}
