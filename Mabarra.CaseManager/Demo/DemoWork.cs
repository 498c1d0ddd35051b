using Mabarra.CaseManager.Ui;
using Microsoft.Extensions.Options;

namespace Mabarra.CaseManager.Demo;

/// <summary>Settings of the section <c>Demonstration</c>.</summary>
public sealed class DemoOptions
{
    public const string Section = "Demonstration";

    /// <summary>Whether a first start in Development puts demonstration data in.</summary>
    public bool Data { get; set; } = true;
}

/// <summary>Behind the running app: puts the demonstration data in where that is wanted, and hangs out the banner where it is.</summary>
public sealed class DemoWork(
    DemoData data, IOptions<DemoOptions> options, BrandTheme brand, IHostEnvironment environment, IHostApplicationLifetime lifetime, ILogger<DemoWork> log)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            // In every environment: a copy of a demonstration's database must not pass for a real one.
            Show(await data.StateAsync(stoppingToken));
            if (!environment.IsDevelopment() || !options.Value.Data)
                return;
            var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            await using var waiting = lifetime.ApplicationStarted.Register(() => started.TrySetResult());
            await started.Task.WaitAsync(stoppingToken);
            await data.FillAsync(stoppingToken, _ => brand.DemoData = true);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The app stops; the next start begins anew.
        }
        catch (Exception e)
        {
            // The demonstration must not bring the app down.
            log.LogError(e, "The demonstration data could not be put in");
        }
    }

    private void Show(DemoState state)
    {
        if (state is DemoState.Filling or DemoState.Filled)
            brand.DemoData = true;
    }
}
